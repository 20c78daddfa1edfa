#!/usr/bin/env bash
# Every check there is. Node runs them, so without Node the answer is short.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
command -v node >/dev/null || {
  printf 'error: node is missing: install Node.js 20 or newer (apt-get install nodejs npm, or https://nodejs.org)\n0 passed, 1 failed\n'
  exit 1
}
exec node tools/test.mjs "$@"
