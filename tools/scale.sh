#!/usr/bin/env bash
# Runs the SQL of public/sql on Ballista and Spark, two executors each, kills one of them half-way, compares every observation with
# DataFusion's and writes benches/SCALE.md. tools/scale.sh [--rows=20000] [--on=ballista,spark] [--unharmed]: with other rows
# the report goes to target/scale.
set -euo pipefail
. "$(dirname "$0")/setup/env.sh"
exec tools/setup/cluster.sh benches/scale/run.py "$@"
