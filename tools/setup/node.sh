#!/usr/bin/env bash
# What comes from npm, exactly as package-lock.json says: wasm-opt for the build, Playwright and axe for the tests.
set -euo pipefail
. "$(dirname "$0")/env.sh"

command -v node >/dev/null && command -v npm >/dev/null ||
  fail "node and npm are missing: install Node.js 20 or newer ('apt-get install nodejs npm', or https://nodejs.org)"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] ||
  fail "Node.js $(node -v) is too old: install Node.js 20 or newer"

# npm copies the lock file's content here once it is done, so an unchanged lock needs no second run.
stamp=node_modules/.minsheng-lock
cmp -s package-lock.json "$stamp" && exit 0
say "Installing the npm packages of package-lock.json"
npm ci --no-audit --no-fund --loglevel=error ||
  fail "the npm packages could not be installed: run 'npm ci' where registry.npmjs.org or your mirror of it can be reached"
cp package-lock.json "$stamp"
