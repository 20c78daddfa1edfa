#!/usr/bin/env bash
# Writes down what the first view runs, by which the build splits the program.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
tools/setup/browser.sh
exec node tools/first-view.mjs
