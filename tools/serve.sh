#!/usr/bin/env bash
# Serves a debug build on loopback and rebuilds it at every change.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/rust.sh
tools/setup/node.sh
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true
exec tools/setup/for-wasm.sh trunk serve
