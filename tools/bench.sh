#!/usr/bin/env bash
# Measures the engine against its peers in headless Chromium and writes benches/RESULTS.md.
# tools/bench.sh [--rows=100k,1M,10M] [--peers=…] [--readers=…] [--rounds=3]: with arguments the report goes to target/bench/.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/node.sh
tools/setup/browser.sh
tools/setup/peers.sh
exec node benches/driver/run.mjs "$@"
