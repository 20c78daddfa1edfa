#!/usr/bin/env bash
# The long runs: each fuzz target for a minute, then random actions over the built site (tests/soak). Some two hours; words
# are handed to tests/soak/run.mjs, such as `--seed 7 --actions 2000 site`.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/node.sh
tools/setup/browser.sh
status=0
if command -v cargo-fuzz >/dev/null; then
  tools/fuzz.sh --seconds 60 || status=1
else
  say "Fuzzing is left out: cargo-fuzz is not installed ('cargo install cargo-fuzz')"
fi
node tests/soak/run.mjs "$@" || status=1
exit $status
