"""A corpus of invented drugs, as large as one likes: sources that agree, and a few that do not.

    python -m benchmarks.corpus FOLDER [--documents 10000] [--seed 1] [--conflicts 0.02]

Facts are drawn once for each drug and told by two to four sources, each in its own words and layout, in
documents of about the size of real ones. In a share of the drugs one source tells a fact otherwise. The
same numbers give the same files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

_ONSETS = (
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "qu",
    "r",
    "s",
    "t",
    "tr",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ae", "io")
_CODAS = ("l", "m", "n", "r", "s", "x", "nt", "rd", "lm", "st")
_ENDS = ("azine", "azole", "idone", "olol", "afil", "umab", "tinib", "pride", "stat", "oxetine", "vir")
_SOURCES = ("north", "south", "east", "west")
_CONDITIONS = (
    "asthma",
    "hypertension",
    "epilepsy",
    "migraine",
    "gout",
    "psoriasis",
    "heart failure",
    "type 2 diabetes mellitus",
    "rheumatoid arthritis",
    "bacterial pneumonia",
)
_REACTIONS = (
    "headache",
    "nausea",
    "dizziness",
    "rash",
    "fatigue",
    "diarrhoea",
    "constipation",
    "insomnia",
    "dry mouth",
    "pruritus",
    "vomiting",
    "abdominal pain",
)
_PARTNERS = ("warfarin", "digoxin", "rifampicin", "ketoconazole", "carbamazepine", "lithium", "ciclosporin")
_BANS = (
    "severe hepatic impairment",
    "acute porphyria",
    "bradycardia",
    "closed-angle glaucoma",
    "myasthenia gravis",
)
_ORGANS = ("liver", "kidney", "lung", "heart", "skin", "muscle", "nerve", "bone")
_FILLERS = (
    "Laboratory work on {organ} cells has described how {name} binds, and follow-up over {years} years"
    " in {count} volunteers confirmed the general picture.",
    "The original research on {name} began with a screening of {count} compounds, of which a handful were"
    " carried forward into studies of {organ} tissue.",
    "People who are given {name} for the first time often ask how it differs from older medicines; the answer"
    " depends on the {organ} and on personal history.",
    "A leaflet in plain language about {name} is available from pharmacies, and a large-print edition was"
    " added in the {years}th revision.",
    "Supplies of {name} are distributed in cartons of {count}, with the batch printed on the narrow side.",
    "Readers of earlier editions will notice that the chapter about the {organ} has been rewritten, since"
    " {count} reports had asked for clearer words about {name}.",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of one invented drug."""

    name: str
    condition: str
    dose: int
    high: int
    often: str
    ban: str
    partner: str
    reactions: tuple[str, ...]
    rare: str
    renal: str
    pregnancy: str
    half_life: int
    least_age: int


def _facts(name: str, chance: random.Random) -> Facts:
    dose = chance.choice((5, 10, 20, 25, 50, 100, 150, 250))
    found = chance.sample(_REACTIONS, 5)
    return Facts(
        name=name,
        condition=chance.choice(_CONDITIONS),
        dose=dose,
        high=dose * chance.choice((4, 6, 8)),
        often=chance.choice(("once daily", "twice daily", "every 8 hours")),
        ban=chance.choice(_BANS),
        partner=chance.choice(_PARTNERS),
        reactions=tuple(found[:4]),
        rare=found[4],
        renal=chance.choice(("No dose adjustment is needed", "Reduce the dose")),
        pregnancy=chance.choice(("is contraindicated in pregnancy", "may be used in pregnancy")),
        half_life=chance.randint(2, 40),
        least_age=chance.choice((2, 6, 12, 18)),
    )


def _altered(facts: Facts, chance: random.Random) -> Facts:
    """The facts as a source has them that got one wrong."""
    wrong = (
        replace(facts, high=facts.high // 2),
        replace(facts, dose=facts.dose * 2),
        replace(
            facts, renal="Reduce the dose" if facts.renal.startswith("No") else "No dose adjustment is needed"
        ),
        replace(
            facts,
            pregnancy="may be used in pregnancy"
            if "contra" in facts.pregnancy
            else "is contraindicated in pregnancy",
        ),
    )
    return chance.choice(wrong)


def _names(chance: random.Random) -> Iterator[str]:
    """Invented names, each once."""
    seen: set[str] = set()
    while True:
        parts = (
            chance.choice(_ONSETS),
            chance.choice(_VOWELS),
            chance.choice(_CODAS),
            chance.choice(_VOWELS),
        )
        name = "".join((*parts, chance.choice(_ONSETS), chance.choice(_ENDS)))
        if name not in seen:
            seen.add(name)
            yield name


def _sections(facts: Facts, style: int, chance: random.Random) -> list[tuple[str, str]]:
    """Titles and texts. `style` is the source's: even ones write lists, the later two write longer."""
    name, plain, terse = facts.name.capitalize(), facts.reactions, style % 2 == 1
    organs = "Renal impairment" if terse else "Patients with renal impairment"
    items = "\n".join(f"- {reaction.capitalize()}" for reaction in plain)
    return [
        ("Indications" if terse else "Uses", f"{name} is used to treat {facts.condition}."),
        (
            "Dosage" if terse else "Dosage and Administration",
            f"**Adults:** {facts.dose} mg {facts.often} by mouth.\n\n"
            f"The maximum dose is {facts.high} mg per day.\n\n"
            f"**{organs}:** {facts.renal}.\n\n"
            f"**Children:** not recommended under {facts.least_age} years of age.",
        ),
        (
            "Contraindications",
            f"{name} is contraindicated in patients with {facts.ban}."
            if style > 1
            else f"- Hypersensitivity to {facts.name}\n- {facts.ban.capitalize()}",
        ),
        (
            "Pregnancy and Lactation" if terse else "Pregnancy and Breastfeeding",
            f"{name} {facts.pregnancy}.\n\nBreastfeeding is not recommended during treatment.",
        ),
        (
            "Side Effects",
            f"Common: {', '.join(plain)}.\n\nRare: {facts.rare}."
            if terse
            else f"### Common\n\n{items}\n\n### Rare\n\n- {facts.rare.capitalize()}",
        ),
        (
            "Interactions",
            f"Avoid concomitant use with {facts.partner}."
            if terse
            else f"Concomitant use of {name} with {facts.partner} should be avoided.",
        ),
        ("Pharmacokinetics", f"The elimination half-life of {name} is {facts.half_life} hours."),
        ("Storage", "Store below 25 °C. Keep out of the reach of children."),
        ("Background", _fillers(facts, chance)),
        ("Further Reading", _fillers(facts, chance)),
    ]


def _fillers(facts: Facts, chance: random.Random) -> str:
    """Paragraphs that say nothing comparable, for documents of a real size."""
    return "\n\n".join(_filler(facts, chance) for _ in range(chance.randint(5, 10)))


def _filler(facts: Facts, chance: random.Random) -> str:
    words = {"name": facts.name.capitalize(), "organ": chance.choice(_ORGANS)}
    return " ".join(
        sentence.format(years=chance.randint(2, 30), count=chance.randint(12, 9_000), **words)
        for sentence in chance.sample(_FILLERS, 3)
    )


def _document(facts: Facts, style: int, chance: random.Random) -> str:
    name = facts.name.capitalize()
    head = f"---\ntitle: {name}\ndescription: All about {name}.\n---\n\n# {name}\n"
    body = "\n".join(f"\n## {title}\n\n{text}\n" for title, text in _sections(facts, style, chance))
    question = f"\n## FAQ\n\n### What is {name} used for?\n\n{name} is used to treat {facts.condition}.\n"
    return head + body + question


def generate(folder: Path, documents: int, seed: int, conflicts: float) -> None:
    """Write so many documents; a share `conflicts` of the drugs is told in two ways."""
    chance = random.Random(seed)
    left = documents
    for number, name in enumerate(_names(chance)):
        if left <= 0:
            return
        sources = chance.sample(range(len(_SOURCES)), min(left, chance.randint(2, 4)))
        left -= len(sources)
        facts = _facts(name, chance)
        liar = chance.choice(sources) if chance.random() < conflicts else None
        for style in sources:
            told = _altered(facts, chance) if style == liar else facts
            path = folder / _SOURCES[style] / f"{number % 97:02}" / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(told, style, chance), encoding="utf-8")


@click.command(help="Write a corpus of invented drugs into FOLDER.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--documents", default=10_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--conflicts", default=0.02, show_default=True, help="Share of drugs with a source that errs.")
def main(folder: Path, documents: int, seed: int, conflicts: float) -> None:
    generate(folder, documents, seed, conflicts)


if __name__ == "__main__":
    main()
