"""A small corpus about invented drugs, made by chance: sources that agree, and some that do not."""

from __future__ import annotations

import random
from pathlib import Path

_STEMS = ("velt", "zolm", "brax", "quin", "tarv", "mord", "lisp", "ganth")
_ENDS = ("azine", "irane", "olol", "umab", "idone", "afil")
_SECTIONS: dict[str, tuple[str, ...]] = {
    "Indications": (
        "{drug} is used for the treatment of {condition}.",
        "It is indicated in adults with {condition}.",
    ),
    "Dosage": (
        "Adults take {dose} mg {often}.",
        "The maximum dose is {high} mg a day.",
        "Children should take {dose} of the small ones.",
        "**Renal impairment:** {adjust}",
    ),
    "Contraindications": ("None.", "- {condition}\n- Severe liver disease", "Do not use in {condition}."),
    "Pregnancy": ("{drug} is contraindicated in pregnancy.", "It may be used in pregnancy if needed."),
    "Side Effects": ("Common: headache, nausea and rash.", "Rare: {condition}."),
    "Interactions": ("Avoid use with aspirin.", "Warfarin can be taken with {drug}."),
}
_WORDS: dict[str, tuple[str, ...]] = {
    "condition": ("asthma", "hypertension", "epilepsy", "peptic ulcer"),
    "dose": ("5", "10", "20", "40"),
    "high": ("10", "40", "80"),
    "often": ("once daily", "twice daily", "every 8 hours"),
    "adjust": ("No dose adjustment is needed.", "Reduce the dose.", "Adjustment may be necessary."),
}


def write_corpus(folder: Path, *, drugs: int, seed: int) -> None:
    """Two documents about each of so many drugs, under north/ and south/."""
    chance = random.Random(seed)
    names = chance.sample([stem + end for stem in _STEMS for end in _ENDS], drugs)
    for name in names:
        for source in ("north", "south"):
            path = folder / source / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(name.capitalize(), chance), encoding="utf-8")


def _document(name: str, chance: random.Random) -> str:
    parts = [f"---\ntitle: {name}\n---\n\n# {name}\n"]
    for section, sentences in _SECTIONS.items():
        chosen = chance.sample(sentences, chance.randint(1, len(sentences)))
        words = {key: chance.choice(options) for key, options in _WORDS.items()}
        text = "\n\n".join(sentence.format(drug=name, **words) for sentence in chosen)
        parts.append(f"## {section}\n\n{text}\n")
    return "\n".join(parts)
