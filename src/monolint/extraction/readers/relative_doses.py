"""Children's doses that are told by the adults' dose, or said not to exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Kind, Nothing, Qualifier, Terms, Value
from monolint.extraction.dosing import DOSED, is_dosing
from monolint.extraction.people import YOUNG, people
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed
from monolint.extraction.statements import Draft, Lore, Statement

CHILDREN = "children"
AS_FOR_ADULTS = Terms(frozenset({"as for adults"}))
OTHER_THAN_ADULTS = Terms(frozenset({"other than for adults"}))
BELOW_ADULTS = Terms(frozenset({"lower than for adults"}))

_CHILD = r"(?:child(?:ren)?(?:['’]s)?|p(?:a)?ediatric|adolescents?|infants?|teenagers?)"
_DOSE = r"(?:dos(?:e|es|age|ages|ing))"
_CUE = re.compile(
    r"\badults?\b|\b(?:standard|established|recommended|defined|fixed|specific|universal|lower|smaller)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:same|identical)\s+(?:(?:[\w-]+\s+){0,2}(?:as|to)|(?:[\w-]+\s+){0,3}dos\w+\s+(?:as|to))\s+"
    r"(?:(?:for|that|those|in|of|the|used|recommended)\s+){0,4}adult|\b(?:receive|use|take|given)\s+(?:the\s+)?(?:full\s+)?adult\s+(?:dos|regimen)",
    re.IGNORECASE,
)
_LOWER = re.compile(
    rf"\b{_CHILD}\b[^.;]{{0,80}}\b(?:lower|smaller|less)\s+than\b[^.;]{{0,30}}\badult"
    rf"|\b(?:{_DOSE}\s+(?:for|in|of)\s+{_CHILD}|{_CHILD}\s+{_DOSE})\b[^.;]{{0,15}}\b(?:is|are|will\s+be)\b[^.;]{{0,20}}"
    r"\b(?:much|significantly|considerably|substantially|far|always)\s+(?:lower|smaller)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"\b(?:no|not|isn['’]t|aren['’]t)\s+(?:an?y?\s+|one\s+)?(?:single\s+)?"
    r"(?:standard(?:i[sz]ed)?|established|recommended|defined|fixed|specific|universal(?:ly)?(?:\s+\w+)?)\s+"
    rf"(?:or\s+\w+\s+|[\"“])?(?:{_CHILD}[\"”]?\s+(?:\w+\s+)?{_DOSE}|{_DOSE}\s+(?:for|in)\s+{_CHILD})\b",
    re.IGNORECASE,
)
# Under a label for children the sentence does not name them again.
_LABELLED_LOWER = re.compile(
    rf"^\W*(?:the\s+)?{_DOSE}\s+(?:is|are)\s+(?:[\w-]+\s+){{0,2}}(?:lower|smaller)\s+than\s+(?:\w+\s+){{0,3}}adult",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"\b(?:{_DOSE}\s+(?:for|in|of)\s+{_CHILD}|{_CHILD}\s+{_DOSE})\b[^.;]{{0,50}}"
    r"\b(?:differs?|different)\s+(?:\w+\s+)?from\b[^.;]{0,20}\badult",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:half|quarter|third|not|except|but)\b[^.;]{0,20}$", re.IGNORECASE)
_OF_A_DOSE = re.compile(
    r"\b(?:dos(?:e|es|age|ages|ing)|regimen|schedule)\b|^\W*(?:the\s+)?same\b", re.IGNORECASE
)


@reader("adult", "child", "pediatric", "paediatric", sections=DOSED)
def read_relative_doses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of dose: as for adults, lower or other than for adults, or none for children."""
    if not is_dosing(statement) or not _CUE.search(statement.text):
        return
    text = statement.text
    for pattern, value in _RELATIONS:
        found = pattern.search(text)
        if found is None or (value == AS_FOR_ADULTS and not _is_of_a_dose(text, found)):
            continue
        said = people(statement.leading + text[: found.end()])
        facets = {facet: members for facet, members in said.items() if facet is not Facet.SEX}
        facets[Facet.POPULATION] = said.get(Facet.POPULATION, frozenset()) & YOUNG
        scope = narrowed(statement.scope, {facet: members for facet, members in facets.items() if members})
        young = scope.get(Facet.POPULATION) & YOUNG
        if not young:
            continue
        scope = narrowed(scope, {Facet.POPULATION: young})
        yield Draft(Kind.DOSE, CHILDREN, value, scope, Qualifier.USUAL, marks=(found.span(),))


def _is_of_a_dose(text: str, found: re.Match[str]) -> bool:
    """Whether what is the same as in adults is the dose, and the whole of it."""
    before = text[: found.start()]
    return bool(_OF_A_DOSE.search(text[: found.end() + 20])) and not _HALF.search(before)


_RELATIONS: tuple[tuple[re.Pattern[str], Value], ...] = (
    (_SAME, AS_FOR_ADULTS),
    (_LOWER, BELOW_ADULTS),
    (_LABELLED_LOWER, BELOW_ADULTS),
    (_OTHER, OTHER_THAN_ADULTS),
    (_NONE, Nothing()),
)
