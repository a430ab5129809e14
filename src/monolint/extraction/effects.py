"""What a clause says is done to receptors and processes: "agonist at H3", "does not inhibit ovulation".

Every word of a clause becomes one letter for what it does in such a statement; patterns over the letters
find which word of effect belongs to which targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monolint.extraction.lexicon.folding import Word, words
from monolint.extraction.lexicon.targets import targets

_TARGET, _GOES_ON, _ROLE, _VERB, _FILLER, _LINK, _DENIAL, _BREAK, _AND, _STOP, _OTHER = "TtNVxl0#c|w"
_TARGETS = r"(?>Tt*x*(?:c+l?x?Tt*x*)*)"
_BEFORE = re.compile(rf"{_TARGETS}(?P<role>N)")
_AFTER = re.compile(rf"(?P<role>Nx?l[lx]{{0,3}}|V[lx]{{0,6}}w?[lx]{{0,4}}){_TARGETS}(?!#)")
_NEAR = 4
_UNMOVED = re.compile(
    r"\b(?:(?:do|does)\s+not|(?:do|does)n['’]t)\s+(?:affect|alter|influence|change|modify)\b"
    r"(?P<what>[^.;:()]*?)(?=[.;:()]|\b(?:by|through|which|that|because|when|unless)\b|$)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[():;]")
_CONJUNCTIONS = frozenset({"and", "or"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What is done to a target, as one of the words of the vocabulary or several that are left open.

    `start` and `end` are the characters of the word that says so.
    """

    target: str
    is_receptor: bool
    effects: frozenset[str]
    denied: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sketch:
    """The words of a clause with a letter for each; `places` gives the word of a letter."""

    letters: str
    places: Sequence[int]
    named: dict[int, tuple[str, bool]]


def find_effects(text: str) -> Iterator[Effect]:
    """The effects that a clause states, those of words that follow their targets first."""
    found = words(text)
    sketch = _sketch(text, found)
    taken: set[int] = set()
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(sketch.letters):
            role = sketch.places[match.start("role")]
            named = [sketch.places[at] for at in range(*match.span()) if sketch.letters[at] == _TARGET]
            named = [at for at in named if at in sketch.named and at not in taken]
            if not named or role in taken:
                continue
            taken.update((*named, role))
            denied = _DENIAL in sketch.letters[max(0, match.start("role") - _NEAR) : match.start("role")]
            for at in named:
                target, is_receptor = sketch.named[at]
                effects = _effects(found, role, sketch.places[match.start()], is_receptor)
                if effects:
                    word = found[role]
                    yield Effect(target, is_receptor, effects, denied, word.start, word.end)


def find_unmoved(text: str) -> Iterator[Effect]:
    """The processes that a clause lists as left alone ("does not alter the pulse, heart rate or ...")."""
    for denial in _UNMOVED.finditer(text):
        for match in targets().processes.find(denial["what"]):
            start = denial.start("what") + match.start
            end = denial.start("what") + match.end
            yield Effect(match.term, False, frozenset({"affects"}), True, start, end)


def _effects(found: Sequence[Word], role: int, first: int, is_receptor: bool) -> frozenset[str]:
    """What the word at `role` says; "partial" stands before it or before the receptor's name at `first`."""
    vocabulary = targets()
    word = found[role].folded
    before = {found[at - 1].folded for at in (role, first) if at}
    effects = vocabulary.roles.get(word, frozenset()) | vocabulary.verbs.get(word, frozenset())
    if is_receptor:
        if before & vocabulary.inverse:
            return frozenset({"blocks"})
        if before & vocabulary.partial:
            return frozenset({"activates", "blocks"})
        return effects & {"activates", "blocks"}
    asked = {"activates": "raises", "blocks": "lowers"}
    return frozenset(asked.get(effect, effect) for effect in effects)


def _sketch(text: str, found: Sequence[Word]) -> _Sketch:
    named = _named(text, found)
    inner = {at for first, (_, _, last) in named.items() for at in range(first + 1, last + 1)}
    letters: list[str] = []
    places: list[int] = []
    for at, word in enumerate(found):
        if at:
            gap = text[found[at - 1].end : word.start]
            sign = _STOP if _SIGNS.search(gap) else _AND if "," in gap or "/" in gap else ""
            if sign and at not in inner:
                letters.append(sign)
                places.append(at)
        letters.append(_TARGET if at in named else _GOES_ON if at in inner else _letter(word))
        places.append(at)
    known = {first: (name, is_receptor) for first, (name, is_receptor, _) in named.items()}
    return _Sketch("".join(letters), places, known)


def _named(text: str, found: Sequence[Word]) -> dict[int, tuple[str, bool, int]]:
    """First word, name, kind and last word of every target of a text; of two at one place the process."""
    starts = {word.start: at for at, word in enumerate(found)}
    ends = {word.end: at for at, word in enumerate(found)}
    named: dict[int, tuple[str, bool, int]] = {}
    for index, is_receptor in ((targets().receptors, True), (targets().processes, False)):
        for match in index.find(text):
            if match.start in starts and match.end in ends:
                named[starts[match.start]] = (match.term, is_receptor, ends[match.end])
    return named


def _letter(word: Word) -> str:
    vocabulary = targets()
    folded = word.folded
    if folded in vocabulary.roles:
        return _ROLE
    if folded in vocabulary.verbs:
        return _VERB
    if folded in _CONJUNCTIONS:
        return _AND
    groups = (
        (_BREAK, vocabulary.breaks),
        (_DENIAL, vocabulary.denials),
        (_FILLER, vocabulary.filler | vocabulary.partial | vocabulary.inverse),
        (_LINK, vocabulary.links),
    )
    return next((letter for letter, members in groups if folded in members), _OTHER)
