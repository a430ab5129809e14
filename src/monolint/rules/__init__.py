"""Rule files: loading, validating and running them.

load_rules(directories) -> tuple[Rule, ...]; raises RuleErrors with every defect of every file.
run_rules(rules, documents, extractions) -> tuple[Finding, ...].
"""
