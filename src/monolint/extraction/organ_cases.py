"""Whether advice on an organ or on old age is for fewer patients than all of those."""

from __future__ import annotations

import re

from monolint.domain.claim import Band, Facet
from monolint.extraction.brackets import is_inside
from monolint.extraction.stances import Advice
from monolint.extraction.statements import Statement
from monolint.extraction.topics import Topic, find_topics, impaired_organs, topic_place

_BY_ORGAN = re.compile(
    r"\b(?:based\s+on|according\s+to|depending\s+on)\s+(?:\w+\s+){0,3}(?:organ|renal|kidney|hepatic|liver)\b",
    re.IGNORECASE,
)
# "Concurrent use with another drug is contraindicated in renal impairment" bans the combination.
_COMBINED = re.compile(
    r"\b(?:concomitant|concurrent|combined|simultaneous)\s+(?:use|therapy|treatment|administration)\s+of\b[^,;.]*$|\b(?:concurrent|concomitant|combined|simultaneous|co-?administ\w+|combination)\b"
    r"(?:\s+(?:use|therapy|treatment|administration))?(?:\s+of\s+\w+)?\s+with\b[^,;.]*$",
    re.IGNORECASE,
)
# Advice for the old who also have a disease is not for all who are old.
_OLD_WITH_MORE = re.compile(
    r"\b(?:elderly|geriatric|older)(?:\s+\w+)?\s+(?:with|who\s+(?:also\s+)?have|having)\s+\w", re.IGNORECASE
)
# Organ damage that the drug itself has done before is a history of its own.
_DONE_BEFORE = re.compile(
    r"\b(?:associated\s+with|caused\s+by|induced\s+by|related\s+to)\s+(?!(?:an?\s+)?(?:severe|significant|increased|reduced|risk))\w"
    r"|\b(?:with|from|during|after|by|to|of)\s+(?:\w+\s+)?(?:prior|previous|earlier|past)\s+(?:\w+\s+){0,3}(?:use|treatment|therapy|exposure)\b",
    re.IGNORECASE,
)
_ABOVE_ALL = re.compile(r"\b(?:especially|particularly|notably|mainly)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)


def is_of_another_case(
    topic: Topic, part: str, statement: Statement, advice: Advice, named: frozenset[Topic]
) -> bool:
    """Whether advice is for fewer patients than all the old, or all with an impaired organ."""
    bans = advice.stance.band is Band.FORBIDS
    if topic is not Topic.ELDERLY:
        return bans and (_is_of_combination(topic, part) or bool(_DONE_BEFORE.search(part)))
    children = not named and Topic.CHILDREN in find_topics(part)
    with_more = any(map(_OLD_WITH_MORE.search, (part, statement.label_text)))
    one_use = Topic.ELDERLY in named and bool(statement.scope.get(Facet.INDICATION))
    return children or with_more or one_use or bool(_BY_ORGAN.search(part)) or (bans and _is_aside(part))


def _is_aside(part: str) -> bool:
    """Whether the old are named as those who are most at risk of what is banned for all."""
    place = topic_place(Topic.ELDERLY, part)
    return bool(place and (is_inside(part, place[0]) or _ABOVE_ALL.search(part, 0, place[0])))


def _is_of_combination(topic: Topic, part: str) -> bool:
    place = impaired_organs(part).get(topic)
    return bool(place and _COMBINED.search(part, 0, place[0]))
