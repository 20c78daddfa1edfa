#!/usr/bin/env bash
# A Python of our own in target/python with the packages of requirements.txt: Apache DataFusion runs the SQL of
# public/sql in the tests, pyarrow writes fixtures, openpyxl, frictionless and pypdf read what leaves the page. With
# arguments, runs them as a Python command.
set -euo pipefail
. "$(dirname "$0")/env.sh"

venv=$root/target/python
wanted=tools/setup/requirements.txt
stamp=$venv/installed.txt

if ! cmp -s "$wanted" "$stamp"; then
  python=$(command -v python3 || command -v python || true)
  [ -n "$python" ] && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    fail "Python 3.10 or newer is missing: install it ('apt-get install python3 python3-venv', or https://www.python.org)"
  say "Installing the Python packages of $wanted into target/python"
  if ! "$python" -m venv --clear "$venv" 2>/dev/null; then
    # Debian packages venv apart from Python.
    as_root apt-get install -y --no-install-recommends python3-venv >/dev/null ||
      fail "a virtual environment could not be made: run 'apt-get install python3-venv' as root"
    "$python" -m venv --clear "$venv"
  fi
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement "$wanted" ||
    fail "the Python packages could not be installed: run 'pip install -r $wanted' where PyPI or your mirror of it can be reached"
  cp "$wanted" "$stamp"
fi
# Nothing is left in the folders of the sources, of which public/ is published.
export PYTHONDONTWRITEBYTECODE=1
[ $# -eq 0 ] || exec "$venv/bin/python" "$@"
