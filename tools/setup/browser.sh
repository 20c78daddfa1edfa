#!/usr/bin/env bash
# What the browser tests need: Chromium, its driver of the same version, and a font with Chinese characters.
set -euo pipefail
. "$(dirname "$0")/env.sh"

missing=()
[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || missing+=(chromium)
[ -n "${CHROMEDRIVER:-}" ] || command -v chromedriver >/dev/null || missing+=(chromium-driver)
# Without it every Chinese character is drawn as a box.
[ "$(uname)" = Darwin ] || [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ] || missing+=(fontconfig fonts-noto-cjk)
[ ${#missing[@]} -eq 0 ] && exit 0

say "Installing ${missing[*]}"
advice="the browser tests need ${missing[*]}: run 'apt-get install ${missing[*]}' as root, or set CHROMIUM and CHROMEDRIVER to a Chromium and its driver"
command -v apt-get >/dev/null || fail "$advice"
# Old package lists are the usual cause of a failed install: refresh them and try once more.
apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }
apt_install >/dev/null || { as_root apt-get update && apt_install; } || fail "$advice"
