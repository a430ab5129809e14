from __future__ import annotations

import pytest

from monolint.reading.sections import introduced, question_topic, section_named, section_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Therapeutic indications", "indication"),
        ("4.2 Posology and method of administration", "posology"),
        ("CONTRAINDICATIONS", "contraindication"),
        ("C/I", "contraindication"),
        ("S/E:", "undesirable_effect"),
        ("Preg.", "pregnancy"),
        ("4.4 Special warnings and precautions for use", "warning"),
        ("Interaction with other medicinal products and other forms of interaction", "interaction"),
        ("Fertility, pregnancy and lactation", "pregnancy"),
        ("Pregnancy & Breastfeeding", "pregnancy"),
        ("Nursing mothers", "lactation"),
        ("Females and males of reproductive potential", "contraception"),
        ("Common Side Effects (>10%)", "undesirable_effect"),
        ("Rare but Serious Side Effects", "undesirable_effect"),
        ("Long-Term Effects", "undesirable_effect"),
        ("Overdosage", "overdose"),
        ("Children (6 years and older)", "paediatric"),
        ("Use in patients with kidney problems", "renal"),
        ("Patients with Hepatic Dysfunction", "hepatic"),
        ("Older adults", "geriatric"),
        ("How it works", "mechanism"),
        ("Elimination pathways", "pharmacokinetics"),
        ("How to store this medicine", "storage"),
        ("Monitoring parameters", "monitoring"),
        ("International Nonproprietary Name (INN)", "names"),
        ("FAQs (Frequently Asked Questions)", "faq"),
        ("Drug Profile Summary", "summary"),
        ("If you miss a dose", "missed_dose"),
        ("Driving and using machines", "driving"),
        ("Adults", None),
        ("Special cases", None),
        ("Popular combinations", None),
        ("Dosage forms and strengths", None),
        ("Oral", None),
        ("Adults and children over 12 years", None),
        ("Dosage for adults and children", "posology"),
        ("Patients at risk for first-dose hypotension", None),
        ("Infusion for treatment of renal colic", None),
    ],
)
def test_section_names_have_canonical_keys(name: str, key: str | None) -> None:
    assert section_of(name) == key


def test_an_organ_among_side_effects_is_no_group_of_patients() -> None:
    assert section_of("Liver problems") == "hepatic"
    assert section_of("Liver problems", inside=["undesirable_effect"]) is None


def test_a_long_sentence_names_no_section_by_a_word_in_it() -> None:
    assert (
        section_of("Tell your doctor about any kidney trouble that you have had before the treatment") is None
    )


def test_only_whole_names_count_where_asked_for() -> None:
    assert section_named("Dosage:") == "posology"
    assert section_named("Liver extract") is None


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Can it be given during pregnancy?", "pregnancy"),
        ("Is it safe to breastfeed while taking it?", "lactation"),
        ("What are the most common side effects?", "undesirable_effect"),
        ("How should it be stored?", "storage"),
        ("What if I miss a dose?", "missed_dose"),
        ("Can I drink alcohol with it?", "interaction"),
        ("Can I drive while I take it?", "driving"),
        ("How is it administered?", "administration"),
        ("What is the recommended dosage?", "posology"),
        ("Does it need adjusting in kidney disease?", "renal"),
        ("Is it suitable for children?", "paediatric"),
        ("Who should not take it?", "contraindication"),
        ("How does it work?", "mechanism"),
        ("Can I stop it suddenly?", None),
    ],
)
def test_questions_have_a_topic(question: str, key: str | None) -> None:
    assert question_topic(question) == key


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Do not take Zentaline if you", "contraindication"),
        ("You should not use these drops if you have", "contraindication"),
        ("Zentaline must not be given in", "contraindication"),
        ("Tell your doctor before you start if you have", "warning"),
        ("Zentaline is used with caution in patients with", "warning"),
        ("Do not take Zentaline with any of these medicines", "interaction"),
        ("Side effects", "undesirable_effect"),
        ("Tell your doctor at once if you notice", None),
        ("Do not take more than", None),
        ("It comes as", None),
        ("Do not take the next dose, but call your doctor if", None),
    ],
)
def test_sentences_that_introduce_a_list(sentence: str, key: str | None) -> None:
    assert introduced(sentence) == key
