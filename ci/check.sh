#!/usr/bin/env bash
# The check of a pull request: annotations on standard output, SARIF beside them, monolint's own exit code.
set -euo pipefail

options=(--output github=- --output "sarif=$MONOLINT_SARIF")
if [[ -n "${MONOLINT_SINCE:-}" ]]; then
  options+=(--changed-since "$MONOLINT_SINCE")
fi
while IFS= read -r option; do
  if [[ -n "$option" ]]; then options+=("$option"); fi
done <<< "${MONOLINT_ARGS:-}"
paths=()
while IFS= read -r path; do
  if [[ -n "$path" ]]; then paths+=("$path"); fi
done <<< "${MONOLINT_PATHS:-.}"

code=0
monolint check "${options[@]}" -- "${paths[@]}" || code=$?
if [[ -n "${GITHUB_OUTPUT:-}" && -f "$MONOLINT_SARIF" ]]; then
  printf 'sarif=%s\n' "$MONOLINT_SARIF" >> "$GITHUB_OUTPUT"
fi
exit "$code"
