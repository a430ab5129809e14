"""Whether a fixed combination is sold as one product, and whether it is usual to give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Strength
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

COMBINATION = "combination"
PRACTICE = "use of the combination"
_MARKETED, _NOT_MARKETED = "a marketed product", "no marketed product"
_USUAL, _UNUSUAL = "usual", "not usual"

_SECTIONS = frozenset({None, "indication", "names", "summary", "faq", "posology", "mechanism"})
_CUES = (
    "combin",
    "brand",
    "trade name",
    "tablet of",
    "capsule of",
    "market",
    "product",
    "formulation",
    "prescribed",
    "practice",
    "used",
)

_ADVERB = r"(?:typically|usually|normally|commonly|generally|currently|routinely|often|itself|yet)"
_MADE = (
    r"(?:standard(?:i[sz]ed)?|pre-?(?:made|mixed|packaged|combined|formulated)|fixed(?:[\s-]dose)?"
    r"|commercial(?:ly)?(?:[\s-]available)?|marketed|(?<!fda-)(?<!fda )(?<!ema-)(?<!ema )approved|licen[sc]ed"
    r"|(?:formally\s+|widely\s+)?recogni[sz]ed|(?:widely|commonly)[\s-](?:used|available)|readily\s+available|established)"
)
_WHAT = (
    r"(?:combination|product|co-?formulation|formulation|medications?|medicines?|drugs?|preparations?|pharmaceutical"
    r"|generic|entity|tablet|capsule)s?"
)
_GAP = r"(?:(?!\b(?:for|as|(?<!fixed-)(?<!fixed )dos\w+)\b)[^.;]){0,60}?"
_BE_NOT = rf"(?:(?:is|are|was)\s+(?:{_ADVERB}\s+)?not|isn['’]t|aren['’]t|wasn['’]t)"
_DENIED = re.compile(
    # "is not a standard, pre-made combination", "isn't a single, pre-packaged drug"
    rf"\b{_BE_NOT}\s+(?:{_ADVERB}\s+)?(?:an?\s+|one\s+)?(?:single\b,?\s*)?(?:\w+,\s+)?{_MADE}\b{_GAP}\b{_WHAT}\b"
    # "no established combined formulation", "no such combined product is marketed"
    rf"|\bno\s+(?:single,?\s+|such\s+)?{_MADE}\b{_GAP}\b{_WHAT}\b(?![\"”'’]?\s+(?:dos|names?\b|regimen|therap))"
    rf"|\bno\s+(?:such\s+|single\s+)(?:combin\w+\s+|fixed[\s-]dose\s+)?{_WHAT}\b[^.;]{{0,40}}\b(?:approved|marketed|available|exists?|sold)\b"
    # "not typically combined into a single pharmaceutical product"
    rf"|\b(?:{_BE_NOT}|does\s+not|doesn['’]t|do\s+not|don['’]t)\s+(?:{_ADVERB}\s+)?"
    r"(?:combined|co-?formulated|formulated|available|found|marketed|sold|supplied|exist|come)\b[^.;]{0,30}?"
    rf"\b(?:single|one|pre-?\w+|fixed(?:[\s-]dose)?|combined)\b[^.;]{{0,30}}?\b(?!entity){_WHAT}\b"
    # "as separate medicines, not as a fixed-dose product"
    rf"|\bnot\s+(?:{_ADVERB}\s+)?(?:as\s+|in\s+)?(?:an?\s+)?(?:single\b,?\s*)?(?:{_MADE}|combined)\b{_GAP}\b{_WHAT}\b"
    rf"|\bhypothetical\s+(?:\w+\s+)?{_WHAT}\b",
    re.IGNORECASE,
)
# "No standard dosage for this combination" and "no oral formulation" deny no product.
_OF_OTHER_THINGS = re.compile(
    r"(?<!fixed-)(?<!fixed )\bdos(?:e|es|age|ages|ing|ings)\b"
    r"|\b(?:names?|administ\w+|over-the-counter|oral|intravenous|iv|injectable|topical|p(?:a)?ediatric|combinations|guidelines?"
    r"|treatment|regimens?|universal(?:ly)?|always|all|only|other|additional|further|specific|therap\w+)\b",
    re.IGNORECASE,
)
_SUBJECT_BREAK = re.compile(r"[,;:]|\b(?:as|because|since|that|and)\b", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(
    r"(?<!fixed-)(?<!fixed )\b(?:dos(?:e|es|age|ages|ing)|guidelines?|administration|routes?|safety|efficacy"
    r"|names?)\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\b(?:some|certain|most|many)\s+(?:\w+\s+)?(?:countr\w+|regions?|markets?)|\b(?:united\s+states|u\.s|us|uk|usa|india)\b"
    r"|\b(?:fda|ema)[\s-]approved|\buniversal(?:ly)?\b|\bother\s+(?:drugs|medications|agents)|\b(?:children|yet\s+in)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b(?:ratios?|strengths?)\b", re.IGNORECASE)
_DOUBTED = re.compile(
    r"\b(?:typically|usually|normally|commonly(?!\s+(?:used|available))|generally|routinely|often)\b",
    re.IGNORECASE,
)
_BY_A_ROUTE = re.compile(r"\b(?:iv|intravenous(?:ly)?|intramuscular(?:ly)?|oral(?:ly)?)\b", re.IGNORECASE)
_FOR_SOME = re.compile(
    r"\s*(?:practice|combination)?\s+(?:for|in)\s+(?:most|many|some|all|children)\b", re.IGNORECASE
)
_BRANDED = re.compile(
    r"\b(?:brand|trade)\s+names?\b[^.;]{0,40}\b(?:exists?|includes?|vary|varies|are|is)\b"
    r"|(?:\b(?:is|are)|['’]s)\s+(?:\w+ly\s+)?(?:available|marketed|sold)\s+(?:as|under|in)\b[^.;]{0,50}"
    r"\b(?:brand|trade|combination|fixed|tablets?|capsules?|cream|syrup|name)"
    r"|\bcombination\s+(?:tablet|capsule|product|cream|syrup)\b[^.;]{0,60}\bis\b[^.;]{0,20}\bprescribed"
    r"|\b(?:is|are)\s+(?:already|itself)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:combination|formulation)\b"
    r"|\b(?:is|are)\s+(?:an?\s+)?(?:\w+\s+)?fixed[\s-]dose\s+combination\b"
    r"|\bthis\s+fixed[\s-]dose\s+combination\b"
    r"|\b(?:is|are)\s+(?:frequently|commonly|often|usually)\s+combined\s+in\s+(?:an?\s+)?(?:single|one)\s+(?:formulation|product|tablet)",
    re.IGNORECASE,
)
_BRANDS = re.compile(r"(?:brand|trade|proprietary)\s+names?\b", re.IGNORECASE)
# "One capsule of A 8 mg + B 5 mg": what holds all ingredients is a product.
_ONE_UNIT = re.compile(
    r"\b(?:one|1|a|each)\s+(?:tablet|capsule|sachet)\s+(?:of|contain\w+|\()[^.;]{0,120}", re.IGNORECASE
)
_SEPARATE = re.compile(
    r"\b(?:individual(?:ly)?|separate(?:ly)?|each|both|components?|ingredients?|respective|may\s+not|if|no|not|none|without|alone"
    r"|monotherapy|discontinued|formerly|previously)\b|n't\b",
    re.IGNORECASE,
)
_PARTNERS = re.compile(r"\bcombinations\b|\bcombination\s+with\b", re.IGNORECASE)
_UNUSED = re.compile(
    rf"\b(?:{_BE_NOT})\s+(?:an?\s+)?(?:standard|common|usual|routine)\s+(?:\w+\s+)?(?:practice|combination|prescription)\b"
    rf"|\b{_BE_NOT}\s+(?:typically|commonly|usually|generally|routinely|normally)\s+(?:prescribed|used)\s*(?:together|in\s+combination|$|[.,;])"
    rf"|\b{_BE_NOT}\s+used\s+in\s+(?:clinical\s+)?practice\b|\bnot\s+a\s+(?:\w+,\s+)?(?:widely|commonly)[\s-]used\b",
    re.IGNORECASE,
)
_IN_USE = re.compile(
    r"\bcombination\b[^.;]{0,60}\bis\s+(?:(?:commonly|widely|frequently)\s+(?:used|prescribed)"
    r"|(?:typically|often)\s+prescribed)\b(?!\s+(?:to|for|when|if|with)\b)"
    r"|\b(?:often|commonly|frequently|widely)\s+(?:used|prescribed)\s+together\b",
    re.IGNORECASE,
)


@reader()
def read_statuses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of status claims of a combination: whether it is sold as one product, and is usual.

    Only a document whose drug has several ingredients makes them; a brand of one of these says nothing.
    """
    if len(lore.ingredients) < 2 or statement.section not in _SECTIONS:
        return
    lowered = f"{statement.leading}{statement.text}".lower()
    if any(cue in lowered for cue in _CUES):
        yield from _combined(statement, lore)


def _combined(statement: Statement, lore: Lore) -> Iterator[Draft]:
    text = statement.text
    about_partners = any(_PARTNERS.search(label.text) for label in statement.passage.labels[1:])
    denied = None if about_partners else _denial(text)
    if denied:
        doubted = bool(_DOUBTED.search(denied.group())) and "prescribed" not in denied.group()
        yield _draft(
            COMBINATION, _NOT_MARKETED, denied.span(), Strength.HEDGED if doubted else Strength.PLAIN
        )
    unused = None if about_partners else _UNUSED.search(text)
    if unused and _is_of_the_whole(text, unused) and not _FOR_SOME.match(text, unused.end()):
        yield _draft(PRACTICE, _UNUSUAL, unused.span())
    above = [label.text for label in statement.passage.labels[1:]]
    if _DENIED.search(text) or any(_names_one(part, lore) for part in (statement.leading + text, *above)):
        return
    listed = bool(_BRANDS.match(statement.leading)) and statement.start == 0
    branded = _BRANDED.search(text)
    if branded and _names_one(text[: branded.start()], lore):
        return
    if branded and about_partners and not re.search(r"\b(?:already|itself)\b", branded.group()):
        return
    if (branded or listed) and not _SEPARATE.search(text):
        yield _draft(COMBINATION, _MARKETED, branded.span() if branded else (0, len(text)))
    unit = _ONE_UNIT.search(text)
    if unit and not branded and _names_all(unit.group(), lore) and not _SEPARATE.search(text):
        yield _draft(COMBINATION, _MARKETED, unit.span())
    used = _IN_USE.search(text)
    if used and not unused and not about_partners and not _SEPARATE.search(text):
        yield _draft(PRACTICE, _USUAL, used.span())


def _denial(text: str) -> re.Match[str] | None:
    """A denial of the combination as one product, for every place and form."""
    return next((hit for hit in _DENIED.finditer(text) if _is_of_the_whole(text, hit)), None)


def _is_of_the_whole(text: str, hit: re.Match[str]) -> bool:
    """Whether a denial is of the combination as such: not of a dosage, a route, a name or in one country."""
    if _OF_OTHER_THINGS.search(hit.group()) or _SOMEWHERE.search(text[hit.start() :]):
        return False
    if _RATIO.search(text, hit.start()):
        return False
    before = text[: hit.start()]
    return not (_BY_A_ROUTE.search(before) or _OTHER_SUBJECT.search(_SUBJECT_BREAK.split(before)[-1]))


def _names_one(text: str, lore: Lore) -> bool:
    """Whether a text names some ingredients, but not all."""
    lowered = text.lower()
    return len(lore.ingredients) > sum(name.lower() in lowered for name in lore.ingredients) > 0


def _names_all(text: str, lore: Lore) -> bool:
    lowered = text.lower()
    return all(name.lower() in lowered for name in lore.ingredients)


def _draft(topic: str, member: str, mark: tuple[int, int], strength: Strength = Strength.PLAIN) -> Draft:
    return Draft(Kind.STATUS, topic, Category(None, frozenset({member})), strength=strength, marks=(mark,))
