# Sourced by every script: where the repository is, and a PATH on which the pinned tools come first.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
cargo_bin=${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin
# target/tools holds what is pinned here but stands on the PATH in another version.
export PATH="$root/target/tools/bin:$root/node_modules/.bin:$PATH:$cargo_bin"

# Where rustup cannot add the wasm target, rust.sh links Debian's compiler here.
debian_rust=$root/target/tools/debian-rust

# The compiler of rust-toolchain.toml. Where rustup has it under the name `stable` alone, that one is taken, since rustup
# would go by the name and download the same compiler again, or fail where it may not.
pinned_rust=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && command -v rustup >/dev/null &&
  ! compgen -G "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/$pinned_rust-*" >/dev/null &&
  [ "$(RUSTUP_TOOLCHAIN=stable RUSTUP_AUTO_INSTALL=0 rustc --version 2>/dev/null | awk '{print $2}')" = "$pinned_rust" ]; then
  export RUSTUP_TOOLCHAIN=stable
fi

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Runs an apt command as root, or through a sudo that asks no password.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1
  fi
}

# Whether rustc's installation has the sources of std, which `rustup component add rust-src` brings.
has_std_sources() { [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }
