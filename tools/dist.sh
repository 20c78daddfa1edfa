#!/usr/bin/env bash
# Builds dist/, the site of many files, and in it minsheng.html, the same in one file.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/rust.sh
tools/setup/node.sh
say "Building dist/ (minutes the first time, then seconds)"
# A NO_COLOR other than true or false is an error to this trunk, though https://no-color.org allows any value.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true
tools/setup/small.sh trunk build --release
say "Built dist/index.html (for a server) and dist/minsheng.html (opens from anywhere)"
