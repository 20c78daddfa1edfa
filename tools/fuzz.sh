#!/usr/bin/env bash
# Fuzzes the readers natively: tools/fuzz.sh [--seconds N] [--seeds FOLDER]... [TARGET]..., see tools/fuzz.mjs.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
command -v cargo-fuzz >/dev/null || fail "cargo-fuzz is missing: run 'cargo install cargo-fuzz' (and install a C++ compiler)"
# The address sanitizer and coverage are unstable switches of the compiler; this variable opens them on the pinned one.
export RUSTC_BOOTSTRAP=1
exec node tools/fuzz.mjs "$@"
