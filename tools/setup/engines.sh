#!/usr/bin/env bash
# What the smoke run in other engines needs: Firefox, WebKit with its driver, and a screen for it that nobody sees. Only
# Debian and what derives from it has both as packages. Where they cannot be had, this says so and the run is left out;
# with ENGINES=required it fails instead.
set -euo pipefail
. "$(dirname "$0")/env.sh"

missing=()
[ -n "${FIREFOX:-}" ] || command -v firefox-esr >/dev/null || missing+=(firefox-esr)
command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
command -v xvfb-run >/dev/null || missing+=(xvfb xauth)
[ ${#missing[@]} -eq 0 ] && exit 0

say "Installing ${missing[*]}"
apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null; }
# Old package lists are the usual cause of a failed install: refresh them and try once more.
if command -v apt-get >/dev/null && { apt_install || { as_root apt-get update >/dev/null && apt_install; }; }; then exit 0; fi
[ "${ENGINES:-}" != required ] || fail "the smoke run in other engines needs ${missing[*]}, which could not be installed"
say "Other engines than Chromium are not tried here: ${missing[*]} could not be installed"
