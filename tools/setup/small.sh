#!/usr/bin/env bash
# Runs a command that compiles the released wasm as small as it gets: std built anew for size, and panics that stop at
# once in place of composing a message nobody reads (the loader tells the reader that the program stopped). And without
# reference types, which browsers learnt as late as Chrome 96: the result is no larger and runs in Chrome 88. Where the
# sources of std are missing, the command runs all the same; its result is larger and needs browsers from 2021 on.
set -euo pipefail
. "$(dirname "$0")/env.sh"

if has_std_sources && [ ! -d "$debian_rust" ]; then
  # Building std and these switches are unstable features of cargo and rustc; this variable opens them on a stable compiler.
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort -Ctarget-feature=-reference-types,-multivalue"
fi
exec tools/setup/for-wasm.sh "$@"
