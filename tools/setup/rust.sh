#!/usr/bin/env bash
# The Rust side of the toolchain: the wasm target, and trunk and wasm-bindgen in exactly the pinned versions.
set -euo pipefail
. "$(dirname "$0")/env.sh"

command -v cargo >/dev/null || fail "cargo is missing: install Rust from https://rustup.rs and run this again"

# --- compiler --------------------------------------------------------------------------------------------------------
# Another version works as well, from 1.88 on; sizes and pictures are those of the pinned one.
rust_version=$(rustc --version | awk '{print $2}') ||
  fail "Rust $pinned_rust of rust-toolchain.toml could not be brought: run 'rustup toolchain install $pinned_rust', or set RUSTUP_TOOLCHAIN to an installed toolchain from 1.88 on"
[ "$rust_version" = "$pinned_rust" ] ||
  say "Rust $rust_version is used in place of $pinned_rust of rust-toolchain.toml: sizes may differ from the budgets"

# --- wasm target -----------------------------------------------------------------------------------------------------
has_wasm_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; }

# Debian packages a compiler with the sources of std, which cargo can then build for wasm itself (see for-wasm.sh).
use_debian_rust() {
  command -v apt-get >/dev/null || return 1
  as_root apt-get install -y --no-install-recommends rustc-web cargo-web rust-web-src rust-web-clippy lld-22 || return 1
  mkdir -p "$debian_rust"
  ln -sf /usr/bin/{cargo,rustc,cargo-clippy,clippy-driver} "$debian_rust/"
}

if [ ! -d "$debian_rust" ] && ! has_wasm_target; then
  say "Adding the Rust target wasm32-unknown-unknown"
  { command -v rustup >/dev/null && rustup target add wasm32-unknown-unknown; } || use_debian_rust ||
    fail "the Rust target wasm32-unknown-unknown is missing and could not be added: run 'rustup target add wasm32-unknown-unknown', or on Debian 'apt-get install rustc-web cargo-web rust-web-src rust-web-clippy lld-22' as root"
fi

# --- sources of std --------------------------------------------------------------------------------------------------
# A release compiles std anew for size (see small.sh). Without its sources the site works the same and is larger.
has_std_sources || { command -v rustup >/dev/null && rustup component add rust-src; } ||
  say "The sources of std could not be added ('rustup component add rust-src'): the release will be larger"

# --- programs --------------------------------------------------------------------------------------------------------
# Build tools need not be fast: little optimisation brings their own build from ten minutes to a few.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0

# ensure PROGRAM CRATE VERSION [cargo install options]: nothing to do where the PATH has that very version.
ensure() {
  local program=$1 crate=$2 version=$3 have root_option=()
  shift 3
  have=$("$program" --version 2>/dev/null | awk '{print $2}') || have=
  [ "$have" = "$version" ] && return
  # Another version may be somebody's own: leave it, and put ours where only this repository sees it.
  [ -n "$have" ] && root_option=(--root "$root/target/tools")
  say "Installing $crate $version (a few minutes, once)"
  cargo install "$crate" --version "=$version" "${root_option[@]}" "$@" ||
    fail "$crate $version could not be installed: run 'cargo install $crate --version $version' where crates.io can be reached"
}

trunk_version=$(sed -n 's/^trunk-version *= *"=\{0,1\}\([0-9.]*\)"/\1/p' Trunk.toml)
# The command-line program must match the library in Cargo.lock to the digit.
bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3 }' Cargo.lock)

# Not --locked: its lock file names crate versions that some mirrors lack.
ensure wasm-bindgen wasm-bindgen-cli "$bindgen_version"
# Without its default features trunk has no TLS and no update check; it serves plain HTTP on loopback and downloads nothing.
ensure trunk trunk "$trunk_version" --locked --no-default-features

# --- crates ----------------------------------------------------------------------------------------------------------
# `offline` in Trunk.toml holds for cargo too, so what it compiles must be on the machine before.
tools/setup/small.sh cargo fetch --quiet --target wasm32-unknown-unknown ||
  fail "the crates of Cargo.lock could not be fetched: run 'cargo fetch' where crates.io or your mirror of it can be reached"
