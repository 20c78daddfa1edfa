#!/usr/bin/env bash
# Draws the icons and the picture that others show the page by, into public/.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/browser.sh
exec node tools/pictures.mjs
