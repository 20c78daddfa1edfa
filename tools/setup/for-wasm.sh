#!/usr/bin/env bash
# Runs a command that compiles for wasm. Where the target came from rustup that is all; where rust.sh had to take
# Debian's compiler instead, this command, and no other, uses it and builds std from its sources.
set -euo pipefail
. "$(dirname "$0")/env.sh"

if [ -d "$debian_rust" ]; then
  export PATH="$debian_rust:$PATH" RUSTC="$debian_rust/rustc"
  # Building std is an unstable feature of cargo; this variable opens it on a stable compiler.
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
fi
exec "$@"
