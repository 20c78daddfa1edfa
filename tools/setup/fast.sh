#!/usr/bin/env bash
# Runs a command that compiles wasm as fast as it gets: 128-bit vectors everywhere, std built anew with them, and panics
# that stop at once, since the worker's client tells the reader. Where the sources of std are missing, the command runs
# all the same, and what std itself does is slower.
set -euo pipefail
. "$(dirname "$0")/env.sh"

# May run inside small.sh, whose choices are others.
unset CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Ctarget-feature=+simd128 -Cllvm-args=-inline-threshold=25"
if has_std_sources && [ ! -d "$debian_rust" ]; then
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Zlocation-detail=none -Zfmt-debug=shallow -Zunstable-options -Cpanic=immediate-abort"
fi
exec tools/setup/for-wasm.sh "$@"
