#!/usr/bin/env bash
# The libraries the benchmark measures against, exactly as benches/package-lock.json says. Nothing else needs them.
set -euo pipefail
. "$(dirname "$0")/env.sh"

stamp=benches/node_modules/.minsheng-lock
cmp -s benches/package-lock.json "$stamp" && exit 0
say "Installing the npm packages of benches/package-lock.json"
npm ci --prefix benches --no-audit --no-fund --loglevel=error ||
  fail "the peers could not be installed: run 'npm ci --prefix benches' where registry.npmjs.org or your mirror of it can be reached"
cp benches/package-lock.json "$stamp"
