#!/usr/bin/env bash
# Screenshots of the views that tools/shots.json lists, into target/shots. Arguments choose views by name.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/browser.sh
exec node tools/shots.mjs "$@"
