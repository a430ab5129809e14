"""`python -m monolint`."""

from monolint.cli.main import main

main(prog_name="monolint")
