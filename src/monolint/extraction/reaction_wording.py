"""How prose words lists of reactions: turns to another frequency, and what ends or interrupts a list."""

from __future__ import annotations

import re

from monolint.domain.claim import Category
from monolint.extraction import lexicon
from monolint.extraction.reaction_classes import frequency_class
from monolint.extraction.stems import stemmed

_ADVERB = (
    r"(?:(?:very|more|most|extremely)\s+)?(?:rarely|uncommonly|commonly|infrequently|frequently|occasionally)"
    r"|less\s+(?:commonly|frequently|often)|in\s+(?:very\s+)?rare\s+(?:cases|instances)"
)
_TURN = stemmed(
    "rarely commonly frequently occasionally often rare",
    rf"(?:^|[.;,]\s*|(?<=\()|\s(?:and|or|but)\s)\W*(?:and|or|but)?\W*(?P<label>{_ADVERB})\s*[,:]?\s+(?=[a-z])",
)
_DEGREE = r"(?:(?:very|extremely|relatively|quite|fairly|less|more|most|not)\s+)?"
_HOW_OFTEN = rf"{_DEGREE}(?:rare|uncommon|common|infrequent|frequent)(?:ly)?"
# What follows may narrow the word to a case ("common with high doses") or bind it to another one.
_UNBOUND = (
    r"\b(?!\s+(?:with|in|among|when|after|at|during|if|for|than|if|severe|fatal|serious|require\w*|need\w*|used"
    r"|persist\w*|lead\w*|caus\w*|result\w*)\b)"
)
_SAID = re.compile(
    r"\b(?:is|are|was|were|be|been|occurs?|occurred|happens?|seen|observed|reported)\s+"
    rf"(?:(?:also|generally|usually|considered|some\s+of|among|the|an?)\s+)*(?P<predicate>{_HOW_OFTEN}){_UNBOUND}"
    rf"|\b(?P<adverb>{_DEGREE}(?:rarely|uncommonly|commonly|infrequently|frequently))\s+"
    r"(?:reported|observed|seen|occurs?|occurring|experienced|encountered)\b"
    rf"|(?:^|,\s*)\W*(?:al)?though\s+(?P<conceded>{_HOW_OFTEN}){_UNBOUND}|^\W*while\s+(?P<opened>{_HOW_OFTEN}){_UNBOUND}"
    r"|\b(?P<cases>(?:very\s+)?rare|isolated)\s+(?:cases|reports|instances)\s+of\b",
    re.IGNORECASE,
)
_DOUBLE_NEGATIVE = re.compile(r"\bnot\s+(?:un|in|rare)", re.IGNORECASE)
# "Common side effects are rare" says how often any occur, not these.
_OF_ALL = re.compile(
    r"\bcommon\s+(?:side|adverse)\s+\w+\s+(?:are|is|can\s+be)\s+(?:\w+\s+)?(?:rare|uncommon|infrequent)", re.I
)
_ELABORATION = re.compile(
    r"\bmanifest\w*|\bcharacteri[sz]ed\b|\b(?:indicated|evidenced|marked)\s+by\b"
    r"|(?:^|[.;:]\s*)\W*(?:symptoms?|signs?)\s+of\s+(?:[\w-]+\s+){1,4}(?:can|may|could|might|include)\b"
    r"|(?:^|[.;:–—]\s*)\W*(?:(?:the|these|possible|warning)\s+)?(?:symptoms?|signs?)\s+(?:can|may|could|might|includ\w+|such|are)\b"
    r"|\bwith\s+symptoms\b|\b(?:contact\s+(?:your|a|the|an)|seek|call|tell|notify|inform|consult|advise|discontinue)\b|\breport\s+(?:any|these|to)\b"
    r"|\bif\s+(?:you|these|any|they)\b|\b(?:watch|monitor\w*)\s+for\b|\b(?:these|they)\s+(?:can|may)\s+range\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:rang(?:e|es|ing)\s+from|(?:leading|leads?)\s+to|resulting\s+in|due\s+to|caused\s+by|secondary\s+to|indicat\w+"
    r"|associated\s+with|(?:which|that)\s+(?:can|may|could|might|is|are|must))\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[,;.]\s")
_GROUP = re.compile(
    r"\b(?:problems?|issues?|disorders?|disturbances?|(?:im|dys)balances?|abnormalit\w+|effects?|complications?|upset|distress|discomfort"
    r"|(?:gastrointestinal|GI|digestive|stomach)\s+symptoms?|changes?|suppression|arrhythmias?|dyscrasias?|cytopenias?|myelosuppression|events?)\s*$",
    re.IGNORECASE,
)
_GENERAL_SIGNS = frozenset({"fever", "chills"})
_SIGNS_OF_ONE = re.compile(
    r"\b(?:allerg|hypersensitiv|anaphyla|liver|hepat|kidney|renal|infusion)", re.IGNORECASE
)


_DAMAGE = re.compile(
    r"\b(?:liver|hepatic|kidney|renal|allergic|hypersensitivity|lung|nerve)\s+(?:problems?|damage|injury|failure|toxicity|dysfunction|reactions?|issues?)\b",
    re.IGNORECASE,
)
_WITH_MEMBERS = frozenset(
    {"gastrointestinal upset", "blood disorder", "infection", "metabolic changes", "electrolyte imbalance"}
    | {"sleep disorder", "psychiatric disorder", "skin reaction", "arrhythmia", "visual disturbance"}
    | {"extrapyramidal symptoms", "sexual dysfunction", "cardiovascular events", "musculoskeletal pain"}
)
_OWN_ALLERGIES = frozenset({"hypersensitivity", "severe allergic reaction", "anaphylaxis", "angioedema"})
# "Allergic reactions such as ..." names the signs of the one reaction.
_SIGNS_OF_ALLERGY = re.compile(
    r"\b(?:allerg|hypersensitiv)\w*\s+(?:reactions?\s+|effects?\s+|responses?\s+|symptoms?\s+)?[(,–-]?\s*"
    r"(?:such\s+as|like|including|includes?|e\.\s?g\.?|with)\b[^.;]*",
    re.IGNORECASE,
)


def turns(text: str) -> list[tuple[int, int, Category]]:
    """Where a text turns to another frequency ("...; rarely, seizures"): start, end and classes."""
    found = []
    for match in _TURN.finditer(text, text.lower()):
        frequency = frequency_class(match["label"])
        if frequency:
            found.append((match.start(), match.end(), frequency))
    return found


def said_frequency(text: str) -> Category | None:
    """How often a sentence says that its reactions occur ("rash is rare"); None where it says two things."""
    if _DOUBLE_NEGATIVE.search(text) or _OF_ALL.search(text):
        return None
    words = {next(word for word in match.groups() if word) for match in _SAID.finditer(text)}
    found = {frequency_class(word) for word in words}
    return found.pop() if len(found) == 1 else None


def list_end(text: str, start: int, end: int) -> int:
    """Where a text stops naming reactions and tells their signs, or what to do about them."""
    found = _ELABORATION.search(text, start, end)
    return found.start() if found else end


def without_asides(text: str) -> str:
    """The text with what is said of single reactions blanked ("hypotension leading to fainting")."""
    text = _SIGNS_OF_ALLERGY.sub(_without_signs, text)
    asides = list(_ASIDE.finditer(text))
    if not asides:
        return text
    ends = {match.end for match in lexicon.reactions().find(text)}
    out = text
    for aside in asides:
        if len(text[: aside.start()].rstrip(" ,–—-")) in ends:
            following = _NEXT.search(text, aside.end())
            stop = following.start() if following else len(text)
            out = out[: aside.start()] + " " * (stop - aside.start()) + out[stop:]
    return out


def _without_signs(found: re.Match[str]) -> str:
    """An allergy with its signs blanked; anaphylaxis and angioedema are reactions of their own."""
    kept = [match for match in lexicon.reactions().find(found.group()) if match.term in _OWN_ALLERGIES]
    out = list(" " * len(found.group()))
    for match in kept:
        out[match.start : match.end] = found.group()[match.start : match.end]
    return "".join(out)


def grouped_reactions(wider: str, inside: str) -> list[tuple[str, int, int]]:
    """The reactions that brackets name after a word for their group ("blood disorders (anemia, leukopenia)").

    Nothing where any part of the brackets is no reaction, or the group has them as its signs: "liver
    problems (jaundice)" names one reaction.
    """
    if not _GROUP.search(wider) or _SIGNS_OF_ONE.search(wider):
        return []
    found = []
    for part in re.finditer(r"[^,;/]+?(?=\s*(?:[,;/]|\s(?:and|or)\s|$))", inside):
        word = re.sub(r"^(?:and|or)\s+", "", part.group().strip())
        if not word:
            continue
        term = lexicon.reactions().canonical(word)
        if term is None:
            return []
        begin = inside.index(word, part.start())
        found.append((term, begin, begin + len(word)))
    return [] if _GENERAL_SIGNS & {term for term, _, _ in found} else found


def are_signs(head: str) -> bool:
    """Whether what follows a head are its signs ("Liver problems: jaundice"), and not its members."""
    plain = head.strip(" :*–-")
    name = lexicon.reactions().canonical(plain)
    return bool(_DAMAGE.search(plain)) or (name is not None and name not in _WITH_MEMBERS)
