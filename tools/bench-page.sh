#!/usr/bin/env bash
# Measures the explorer's page and writes benches/PAGE.md: see benches/explorer/run.mjs.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/node.sh
tools/setup/browser.sh
exec node benches/explorer/run.mjs "$@"
