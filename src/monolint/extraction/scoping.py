"""The case that labels and sentences speak of: who, what for, by which route, in which phase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from monolint.domain.claim import Facet, Scope
from monolint.domain.document import Label, LabelKind, Passage
from monolint.extraction import lexicon
from monolint.extraction.abbreviations import expand
from monolint.extraction.grades import find_grades
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.statements import Lore
from monolint.extraction.stems import Stemmed, stemmed
from monolint.extraction.topics import Topic, impaired_organs

Facets = dict[Facet, frozenset[str]]

_SAID_BY_ROUTE = frozenset({"infusion", "injection", "solution for infusion", "solution for injection"})

_NO_CASE = frozenset({Facet.PHASE})
_DOSING = frozenset({"posology", "administration"})
_TRIMESTERS = {
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
    "early": "1",
    "late": "3",
}
_TRIMESTER = stemmed(
    "trimester pregnancy",
    r"\b(?:(first|1st|second|2nd|third|3rd)(?:\s*(?:,|and|or|to|/|&)\s*(first|1st|second|2nd|third|3rd))?\s+(?:and\s+\w+\s+)?"
    r"trimesters?|(early|late)\s+pregnancy)",
)
_PHASES: tuple[tuple[str, Stemmed], ...] = (
    ("loading", stemmed("loading", r"\bloading\b")),
    (
        "first",
        stemmed(
            "first initial starting",
            r"\b(?:first|initial|starting)\s+(?:dose|infusion|injection|administration)\b|\binitially\b",
        ),
    ),
    (
        "subsequent",
        stemmed(
            "subsequent thereafter following then",
            r"\bsubsequent(?:ly)?\b|\bthereafter\b|\bfollowing\s+(?:doses|infusions)\b|\bthen\b",
        ),
    ),
    ("maintenance", stemmed("maintenance", r"\bmaintenance\b")),
)
_LONGEST_NAME = 7
_SENTENCE = re.compile(
    r"\b(?:is|are|was|has|have|depends?|var(?:y|ies)|includes?|follows?|may|should|can|must)\b", re.I
)
_GROUPS = frozenset(
    {"adult", "child", "adolescent", "infant", "neonate", "preterm neonate", "toddler", "elderly"}
)
_SEXES = frozenset({"male", "female"})
_ADULT_FROM = 16
_ELDERLY_FROM = 60
_PREVENTION = stemmed("prophyla prevent", r"\bprophyla\w+|\bprevent(?:ion|ive|s|ing)?\b")
_LIGHTEST = Decimal(1_000_000)
_UP_TO_WEIGHT = re.compile(
    r"\s*(?:to|-|–|and|but|up\s+to)?\s*(?:<|≤|(?:less|under|below|lighter)(?:\s+than)?|but\s+less\s+than)\s*",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*(?:(?:and|or)\s+(?:more|over|above|heavier|greater|up)|\+)", re.IGNORECASE)
_OR_LESS = re.compile(r"\s*(?:and|or)\s+(?:less|under|below|lighter)", re.IGNORECASE)
_AGE_WORDS = re.compile(
    r"\b(?:age[ds]?|years?\s+old|years?\s+of\s+age|yrs?\s+old|months?\s+of\s+age|months?\s+old|year-old|(?:older|younger)\s+than"
    r"|years?\s+(?:and|or)\s+(?:older|over|above|up|younger|under))\b",
    re.I,
)
_AND_OLDER = re.compile(
    r"\s*(?:\+|(?:of\s+age\s*)?(?:and|or)\s+(?:older|younger)\b|(?:and|or)\s+(?:above|over|under|below|up)\b)",
    re.I,
)
_BOUND_SIGNS = " \t<>≤≥="
_BOUND_WORDS = re.compile(
    r"\s*(?:under|over|above|below|from|less\s+than|more\s+than|older\s+than|younger\s+than)\s+",
    re.IGNORECASE,
)
_WORDED = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "eight": "8",
    "ten": "10",
    "twelve": "12",
}
_BARE_AGE = stemmed(
    "children adolescents patients individuals those people adults age",
    r"\b(?:children|adolescents|patients|individuals|those|people|adults|aged?|ages)\s+\(?(?:aged?\s+|ages\s+)?"
    r"(?P<sign>under|below|younger\s+than|less\s+than|over|older\s+than|above|[<>≤≥])?\s*(?:(?:the\s+)?age\s+(?:of\s+)?)?"
    rf"(?P<low>\d{{1,2}}|{'|'.join(_WORDED)})(?:\s*(?:-|–|to)\s*(?P<high>\d{{1,2}}))?"
    r"(?P<onward>\s*\+|\s+(?:and|or)\s+(?:older|over|above|up)\b)?(?P<downward>\s+(?:and|or)\s+(?:younger|under|below)\b)?"
    r"(?=\s*(?:[,.;:()]|$|and\b|or\b|should\b|who\b|the\b|for\b|in\b|with\b|can\b|may\b|is\b|unless\b|due\b|because\b))",
)
_DOWN_TO = re.compile(r"\b(?:under|below|before)\s+(?:the\s+)?age\s+of\s*$", re.IGNORECASE)
_UP_FROM = re.compile(
    r"\b(?:(?:over|above|from)\s+(?:the\s+)?age\s+of|minimum\s+age(?:\s+(?:of|is))?|from(?:\s+age)?)\s*$",
    re.IGNORECASE,
)
_FROM_AGE = re.compile(
    r"(?P<low>\d{1,2})\s*(?P<months>months?)?(?:years?)?\s*(?:-|–|to)\s*(?:<|less\s+than|under)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:-|–|to)\s*(?:<|less\s+than|under)\s*\d", re.IGNORECASE)
# A label that ends in a bracket of years names ages ("Severe attacks (over 6 years)").
_LABEL_WIDTH = 60
_IN_BRACKETS = re.compile(r"\(\s*(?:(?:over|under|above|below|[<>≤≥])\s*)?$", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:children|child|adolescents?|infants?|adults?|patients?|p(?:a)?ediatric|elderly|neonates?)\b", re.I
)


def label_scope(passage: Passage, lore: Lore) -> Scope:
    """What the labels above a passage say of its case; an inner label overrules an outer one."""
    facets: Facets = {}
    inside = False
    for label in _scope_labels(passage.labels):
        inside = inside or label.section in _DOSING
        if not inside and label.section is None and _is_product(label.text):
            facets[Facet.PRODUCT] = frozenset({condition_name(label.text, lore)})
            continue
        found = text_facets(label.text, lore)
        if (
            inside
            and label.kind is not LabelKind.QUESTION
            and not set(found) - {Facet.PHASE}
            and _names_case(label, lore)
        ):
            found[Facet.CONDITION] = frozenset({condition_name(label.text, lore)})
        facets.update(found)
    return Scope.of(facets)


def _is_product(heading: str) -> bool:
    """Whether a heading names a product by its strength ("Exemplin 250 mg")."""
    return any(amount.unit.dimension in ("mass", "activity", "volume") for amount in find_amounts(heading))


def _scope_labels(labels: Iterable[Label]) -> Iterable[Label]:
    return (label for label in labels if label.kind not in (LabelKind.TITLE, LabelKind.KEY))


def _names_case(label: Label, lore: Lore) -> bool:
    """Whether an unknown label under dosing names a case of its own ("Cluster therapy:")."""
    if label.section:
        return False
    words = set(re.findall(r"[a-z]+", label.text.lower()))
    if len(words) > _LONGEST_NAME or _SENTENCE.search(label.text):
        return False  # a sentence, not a name
    return bool(words - set(lexicon.words("generic_label_words"))) and label.text.lower() not in lore.names


def text_facets(text: str, lore: Lore) -> Facets:
    """Every facet that a label or a stretch of a sentence names."""
    facets = dict(_plain_facets(text))
    indications = find_indications(text, lore)
    if indications:
        facets[Facet.INDICATION] = frozenset(name for name, _, _ in indications)
    return facets


@lru_cache(maxsize=4096)
def _plain_facets(text: str) -> Mapping[Facet, frozenset[str]]:
    """The facets that a text names in words that mean the same in every document."""
    facets: Facets = {**people(text), **organs(text)}
    routes = frozenset(match.term for match in lexicon.routes().find(text))
    if routes:
        facets[Facet.ROUTE] = routes
    forms = frozenset(match.term for match in lexicon.formulations().find(text)) - _SAID_BY_ROUTE
    if forms:
        facets[Facet.FORMULATION] = forms
    trimesters = find_trimesters(text)
    if trimesters:
        facets[Facet.TRIMESTER] = trimesters
    if _PREVENTION.search(text, text.lower()):
        facets[Facet.CONDITION] = frozenset({"prevention"})
    phase = find_phase(text)
    if phase:
        facets[Facet.PHASE] = frozenset({phase})
    return facets


def people(text: str) -> Facets:
    """Population and age."""
    facets: Facets = {}
    found = frozenset(match.term for match in lexicon.populations().index.find(text))
    groups = found & _GROUPS
    if groups:
        facets[Facet.POPULATION] = groups
    stated = (_age(text, amount) for amount in find_amounts(text))
    ages = frozenset(age for age in stated if age) | {band for band, _, _ in bare_ages(text)}
    grown = {age for age in ages if age.endswith("-") and Decimal(age[:-1]) >= _ADULT_FROM}
    if ages - grown:
        facets[Facet.AGE] = ages - grown
    elif grown and not groups:
        old = any(Decimal(age[:-1]) >= _ELDERLY_FROM for age in grown)
        facets[Facet.POPULATION] = frozenset({"elderly" if old else "adult"})
    weights = weight_bands(text)
    if weights:
        facets[Facet.WEIGHT] = weights
    sexes = found & _SEXES
    if len(sexes) == 1:
        facets[Facet.SEX] = sexes
    return facets


def bare_ages(text: str) -> list[tuple[str, int, int]]:
    """Ages that are written without "years" ("those aged 6-12", "children under 18"), and where."""
    found = []
    for match in _BARE_AGE.finditer(text, text.lower()):
        low, high = _WORDED.get(match["low"].lower(), match["low"]), match["high"]
        sign = (match["sign"] or "").lower()
        if sign.startswith(("under", "below", "younger", "less", "<", "≤")) or match["downward"]:
            band = f"-{low}"
        elif sign or match["onward"]:
            band = f"{low}-"
        else:
            band = f"{low}-{high}" if high else low
        found.append((band, match.start("low"), match.end("high") if high else match.end("low")))
    return found


def _age(text: str, amount: Amount) -> str | None:
    """The age band that an amount states, in years ("6-12"), or None when it is no age."""
    return age_band(amount, text) if is_age(amount, text) else None


def is_age(amount: Amount, text: str) -> bool:
    """Whether months or years are somebody's age, not a length of time."""
    if amount.unit.dimension != "calendar" or amount.unit.per:
        return False
    if _GOES_ON.match(text, amount.end):
        return False
    around = text[max(0, amount.start - 30) : amount.end + 14]
    before = text[: amount.start]
    if not before.strip(_BOUND_SIGNS) or _BOUND_WORDS.fullmatch(before):
        return True
    if _AGE_WORDS.search(around) or _WHO.search(around) or _AND_OLDER.match(text, amount.end):
        return True
    bracketed = _IN_BRACKETS.search(before) and text[amount.end :][:1] == ")"
    return bool(bracketed) and (amount.low != amount.high or _is_label_of_years(amount, text))


def _is_label_of_years(amount: Amount, text: str) -> bool:
    return len(text) < _LABEL_WIDTH and "year" in text[amount.start : amount.end].lower()


def age_band(amount: Amount, text: str) -> str:
    """An age as a band in years: "6-12", "-12" (under twelve), "12-" (from twelve)."""
    low, high = (years(bound) for bound in (amount.low, amount.high))
    after = text[amount.end : amount.end + 24].lower()
    before = text[max(0, amount.start - 28) : amount.start]
    begun = _FROM_AGE.search(before)
    if begun:
        first = Decimal(begun["low"]) * (1 if begun["months"] else 12)
        return f"{years(first)}-{high}"
    upward = re.match(r"\s*(?:of\s+age\s*|old\s*)?(?:and|or)\s+(?:older|over|above|up)|\s*\+", after)
    downward = re.match(r"\s*(?:of\s+age\s*|old\s*)?(?:and|or)\s+(?:younger|under|below)", after)
    if amount.limit in (">", ">=") or upward or (low == high and _UP_FROM.search(before)):
        return f"{low}-"
    if amount.limit in ("<", "<=") or downward or (low == high and _DOWN_TO.search(before)):
        return f"-{high}"
    return f"{low}-{high}" if low != high else low


def is_body_weight(amount: Amount) -> bool:
    """Whether a mass is a patient's weight: nobody takes a kilogram of a medicine."""
    return amount.unit.symbol == "mg" and amount.low >= _LIGHTEST


def weight_bands(text: str) -> frozenset[str]:
    """The body weights that a text names; "30 kg to under 50 kg" is one band."""
    found: list[tuple[str, int]] = []
    for amount in find_amounts(text):
        if not is_body_weight(amount):
            continue
        band = weight_band(amount, text)
        if found and band.startswith("-") and _UP_TO_WEIGHT.fullmatch(text, found[-1][1], amount.start):
            band = found.pop()[0].split("-")[0] + band
        found.append((band, amount.end))
    return frozenset(band for band, _ in found)


def weight_band(amount: Amount, text: str) -> str:
    """A body weight as a band in kilograms: "15-25", "-40" (under forty), "40-" (from forty)."""
    low, high = (format((bound / _LIGHTEST).normalize(), "f") for bound in (amount.low, amount.high))
    after = text[amount.end : amount.end + 16]
    if amount.limit in (">", ">=") or _OR_MORE.match(after):
        return f"{low}-"
    if amount.limit in ("<", "<=") or _OR_LESS.match(after):
        return f"-{high}"
    return f"{low}-{high}"


def years(months: Decimal) -> str:
    """Months as a plain number of years."""
    return format((months / 12).quantize(Decimal("0.01")).normalize(), "f")


def organs(text: str) -> Facets:
    """Impaired kidneys or liver, with the grade where it is given."""
    facets: Facets = {}
    for topic in impaired_organs(text):
        facet = Facet.RENAL if topic is Topic.RENAL else Facet.HEPATIC
        facets[facet] = find_grades(text) or frozenset({"impaired"})
    return facets


def find_trimesters(text: str) -> frozenset[str]:
    """Trimesters that a text names, as "1", "2" and "3"."""
    found: set[str] = set()
    for match in _TRIMESTER.finditer(text, text.lower()):
        found.update(_TRIMESTERS[word.lower()] for word in match.groups() if word)
    return frozenset(found)


def find_phase(text: str) -> str | None:
    """The first phase of treatment that a text names."""
    lowered = text.lower()
    places = ((match.start(), name) for name, pattern in _PHASES if (match := pattern.search(text, lowered)))
    return min(places, default=(0, None))[1]


_STAGED = stemmed(
    "metastatic advanced early",
    r"\b(?P<words>(?:metastatic|advanced|early(?:-stage)?)\s+)(?:disease|setting)\b",
)
_ALTERNATIVE = re.compile(r"\s+(?:and|or|to)\s+|/")
ANY_DISEASE = "disease"
# Facets of their own: nobody takes a drug for them.
_ORGAN_STATES = frozenset({"renal impairment", "hepatic impairment"})


@cache
def _modifiers_before() -> Stemmed:
    modifier = "|".join(lexicon.words("condition_modifiers"))
    return stemmed(
        " ".join(lexicon.words("condition_modifiers")),
        rf"(?P<words>(?:(?:{modifier})(?:-stage)?(?:\s+(?:and|or|to)\s+|/|\s+))+)"
        r"(?:[\w]+-(?:positive|negative)\s+)?$",
    )


def find_indications(text: str, lore: Lore) -> list[tuple[str, int, int]]:
    """Conditions that a text names, with their modifiers, and where they stand.

    A condition is written "breast cancer: early"; "early and metastatic breast cancer" are two. Short
    forms that the document defines are read as what they stand for.
    """
    found = list(_known_indications(text))
    for short, pattern, names in lore.conditions:
        if short in text:
            found.extend((name, *place.span()) for place in pattern.finditer(text) for name in names)
    return sorted(set(found), key=lambda item: (item[1], item[0])) if len(found) > 1 else found


@lru_cache(maxsize=2048)
def _known_indications(text: str) -> tuple[tuple[str, int, int], ...]:
    """The conditions of the vocabulary in a text, with their modifiers, and where they stand."""
    found: list[tuple[str, int, int]] = []
    lowered = text.lower()
    for match in lexicon.conditions().find(text):
        if match.term in _ORGAN_STATES:
            continue
        before = _modifiers_before().search(text[: match.start], lowered)
        start = before.start() if before else match.start
        found.extend(
            (name, start, match.end) for name in _names(match.term, before["words"] if before else "")
        )
    for staged in _STAGED.finditer(text, lowered):
        found.extend((name, staged.start(), staged.end()) for name in _names(ANY_DISEASE, staged["words"]))
    return tuple(found)


def abbreviated_conditions(
    abbreviations: Mapping[str, str],
) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """The short forms that stand for conditions, with patterns for them and the names of these."""
    bare = Lore("", frozenset(), {})
    found = []
    for short, long in abbreviations.items():
        names = tuple(name for name, _, _ in find_indications(long, bare))
        if names:
            found.append((short, re.compile(rf"\b{re.escape(short)}\b"), names))
    return tuple(found)


def _names(term: str, written: str) -> list[str]:
    """The names of a condition, one for each alternative among its modifiers."""
    base, own = _parted(term)
    alternatives = (
        [_modifiers(part) for part in _ALTERNATIVE.split(written.strip())] if written.strip() else [set()]
    )
    named = [own | part for part in alternatives]
    return [f"{base}: {' '.join(sorted(part))}" if part else base for part in named]


def _parted(term: str) -> tuple[str, set[str]]:
    """A term of the vocabulary parted into condition and modifiers ("early breast cancer")."""
    words = term.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in lexicon.words("condition_modifiers"):
        count += 1
    base = " ".join(words[count:])
    known = lexicon.conditions().canonical(base) if count else None
    return (known, set(words[:count])) if known else (term, set())


def _modifiers(words: str) -> set[str]:
    return {word.removesuffix("-stage") for word in words.lower().split()} & set(
        lexicon.words("condition_modifiers")
    )


def condition_name(text: str, lore: Lore) -> str:
    """A label that names a case as a key: short forms expanded, words in the order of the alphabet."""
    return " ".join(
        sorted(set(re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", expand(text, lore.abbreviations).lower())))
    )


def narrowed(outer: Scope, inner: Mapping[Facet, frozenset[str]]) -> Scope:
    """A scope with the facets of a sentence in it, which overrule those of the labels."""
    return Scope.of({**dict(outer.facets), **inner})
