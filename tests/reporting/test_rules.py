from __future__ import annotations

import json

from monolint.domain.claim import Kind
from monolint.reporting import example_results, explanation, rules_list
from monolint.rules.examples import ExampleResult
from monolint.rules.model import Example, Examples, Rule

RULE = Rule(
    id="dose-differs",
    title="Two usual doses differ",
    why="A nurse who reads both\n  gives one of them.",
    kind=Kind.DOSE,
    severity="error",
    comparator="quantities",
    options={"tolerance": "0.1", "across": ["usual", "initial"]},
    message="x",
    refuses=("Doses for different indications.",),
    examples=Examples(
        conflict=(
            Example(name="twice as much", documents={"a.md": "# A\n\n40 mg\n", "b.md": "# A\n\n80 mg\n"}),
        ),
        agree=(Example(name="the same in grams", documents={"a.md": "1 g"}),),
    ),
)
FORM = RULE.model_copy(
    update={"id": "emphasis", "kind": None, "severity": "info", "title": "Broken emphasis"}
)


def test_a_rule_is_explained_whole() -> None:
    assert explanation.render(RULE, "Compares quantities.", width=60).splitlines() == [
        "dose-differs: Two usual doses differ",
        "error, dose",
        "",
        "Why",
        "  A nurse who reads both gives one of them.",
        "",
        "Compares",
        "  Compares quantities.",
        '  comparator quantities (across: ["usual", "initial"],',
        '  tolerance: "0.1")',
        "",
        "Does not compare",
        "  - Doses for different indications.",
        "",
        "Conflict: twice as much",
        "  a.md",
        "    | # A",
        "    |",
        "    | 40 mg",
        "  b.md",
        "    | # A",
        "    |",
        "    | 80 mg",
        "",
        "Agreement: the same in grams",
        "  a.md",
        "    | 1 g",
    ]


def test_rules_are_listed() -> None:
    assert rules_list.render_text([RULE, FORM]) == (
        "dose-differs  error  dose  Two usual doses differ\nemphasis      info   form  Broken emphasis\n"
    )
    assert rules_list.render_text([]) == ""
    assert json.loads(rules_list.render_json([RULE, FORM])) == [
        {"id": "dose-differs", "severity": "error", "kind": "dose", "title": "Two usual doses differ"},
        {"id": "emphasis", "severity": "info", "kind": None, "title": "Broken emphasis"},
    ]


def test_results_of_examples() -> None:
    good = ExampleResult("dose-differs", "one", "conflict", "")
    bad = ExampleResult("dose-differs", "two", "agree", "fires although it should not")
    assert example_results.render([good]) == "1 example of 1 rule: all passed\n"
    assert example_results.render([good, bad]) == (
        'dose-differs: agree example "two" fires although it should not\n2 examples of 1 rule: 1 failed\n'
    )
