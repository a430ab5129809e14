"""Which drug a document is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from monolint.domain.document import Heading, Passage, Scalar, Subject
from monolint.reading.drug_names import (
    canonical_name,
    ingredients_of,
    is_name,
    normalise_name,
    normalise_title,
)
from monolint.reading.naming import key_words

_TITLE_KEYS = ("title", "drug", "drug name", "medicine", "name")
_GENERIC_KEYS = frozenset({"generic name", "generic", "inn", "substance", "active ingredient"})
_BRAND_LABEL = re.compile(
    r"\b(?:brand|trade|marketed|proprietary|product) ?names?\b|\bbrands?\b", re.IGNORECASE
)
# Names of name systems. A list of "other names" holds brands, forms and relatives, so it proves nothing.
_SUBSTANCE_LABEL = re.compile(
    r"\b(?:inn|usan|ban|generic names?|non-?proprietary|adopted name|approved name|synonyms?"
    r"|also known as)\b",
    re.IGNORECASE,
)
_LIST_JOINT = re.compile(r"\s*[,;]\s*|\s+or\s+")
_REMARK = re.compile(r"\s*\([^()]*\)")
# Sections that only a text about a medicine has.
_MEDICAL = frozenset(
    {
        "posology",
        "contraindication",
        "undesirable_effect",
        "pregnancy",
        "lactation",
        "contraception",
        "overdose",
        "interaction",
        "paediatric",
        "geriatric",
        "renal",
        "hepatic",
        "pharmacokinetics",
        "missed_dose",
    }
)
_WEAK = frozenset({"faq", "summary", "names"})


def subject_of(
    scalars: Sequence[Scalar], headings: Sequence[Heading], passages: Sequence[Passage]
) -> Subject | None:
    """The drug named by the title, the first top heading or the generic name; None for another text."""
    by_key = {key_words(scalar.key).casefold(): scalar.text for scalar in scalars if "." not in scalar.key}
    title = next((by_key[key] for key in _TITLE_KEYS if by_key.get(key, "").strip()), "").strip("[]{}\"' ")
    sections = {section for passage in passages for section in passage.sections}
    combination = len(ingredients_of(normalise_title(title))) > 1
    if not (sections & _MEDICAL or combination or (title and sections - _WEAK)):
        return None
    substances, brands = _given_names(passages)
    substances = [*(by_key[key] for key in sorted(_GENERIC_KEYS & by_key.keys())), *substances]
    heading = next((heading.text for heading in headings if heading.level == 1), "")
    name = next((name for given in (title, heading) if (name := normalise_title(given))), "")
    name = name or next((normalise_name(given) for given in substances), "")
    if not name:
        return None
    name = canonical_name(name)
    aliases = {canonical_name(normalise_name(given)) for given in substances} - {name, ""}
    return Subject(
        name,
        ingredients_of(name),
        frozenset(alias for alias in aliases if not _is_variant(alias, name)),
        frozenset(normalise_name(brand) for brand in brands) - {""},
    )


def subject_of_file(path: str, passages: Sequence[Passage]) -> Subject | None:
    """The drug that a file is named after, for a text about a medicine that has lost its title."""
    sections = {section for passage in passages for section in passage.sections}
    name = canonical_name(normalise_name(PurePosixPath(path).stem.replace("-", " ").replace("_", " ")))
    return Subject(name, ingredients_of(name)) if name and sections & _MEDICAL else None


def same_drug(first: Subject, second: Subject) -> bool:
    """Whether two documents are about one drug.

    The name of one must be the name of the other, or a name that the other gives for its substance.
    Nothing fuzzy counts, and brand names prove nothing: one brand covers several products.
    """
    if len(first.ingredients) != len(second.ingredients):
        return False
    return (
        first.ingredients == second.ingredients
        or first.name in second.aliases
        or second.name in first.aliases
    )


def _is_variant(alias: str, name: str) -> bool:
    """Whether one name is the other with more words: another salt, or another substance."""
    shorter, longer = sorted((alias.split(), name.split()), key=len)
    count = len(shorter)
    return count < len(longer) and shorter in (longer[:count], longer[-count:])


def _given_names(passages: Iterable[Passage]) -> tuple[list[str], list[str]]:
    """The names that a document's own names sections give: of the substance, and of brands."""
    substances: list[str] = []
    brands: list[str] = []
    for passage in passages:
        if passage.section != "names":
            continue
        label = passage.labels[-1].text
        if _BRAND_LABEL.search(label):
            brands.extend(_names_in(passage.text))
        elif _SUBSTANCE_LABEL.search(label):
            substances.extend(_names_in(passage.text))
    return substances, brands


def _names_in(text: str) -> list[str]:
    names = (_REMARK.sub("", part).strip(" .") for part in _LIST_JOINT.split(text))
    return [name for name in names if is_name(name)]
