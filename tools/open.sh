#!/usr/bin/env bash
# Opens the one-file edition in the default browser, or says where it is when there is no screen.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
page=$root/dist/minsheng.html
if [ "$(uname)" = Darwin ]; then open "$page"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then xdg-open "$page"
else say "No screen here; open this file in a browser: $page"
fi
