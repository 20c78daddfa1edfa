#!/usr/bin/env bash
# A Python of its own in target/scale/python with the packages of cluster-requirements.txt, and the Java that Spark needs: some
# 700 MB to fetch. With arguments, runs them as a Python command.
set -euo pipefail
. "$(dirname "$0")/env.sh"

venv=$root/target/scale/python
wanted=tools/setup/cluster-requirements.txt
stamp=$venv/installed.txt

[ "$(uname)" = Linux ] || fail "the clusters get a network of their own by Linux's means; there is nothing else to run them"

# Which Java there is, as a number; nothing where there is none.
java_is() { java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p'; }

if [ "$(java_is || true)" -lt 17 ] 2>/dev/null || ! command -v java >/dev/null; then
  say "Installing Java"
  as_root apt-get install -y --no-install-recommends default-jre-headless >/dev/null ||
    fail "Java 17 or newer is missing: run 'apt-get install default-jre-headless' as root"
fi
command -v ip >/dev/null || as_root apt-get install -y --no-install-recommends iproute2 >/dev/null ||
  fail "ip is missing: run 'apt-get install iproute2' as root"

# Ballista has wheels for glibc 2.39 and newer. All that its library takes from 2.39 are two functions that it can do without,
# but it does not say so: said for it, an older glibc loads it. Its source would take an hour to compile.
ballista() {
  local package site platform=manylinux_2_39_$(uname -m)
  package=$(grep '^ballista==' "$wanted")
  pip --only-binary :all: "$package" 2>/dev/null && return
  site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("platlib"))')
  pip --only-binary :all: --platform "$platform" --python-version 310 --implementation cp --abi abi3 --target "$site" "$package" &&
    "$venv/bin/python" tools/setup/weak-versions.py "$site"/ballista/*.so
}

# Installs what is named and nothing that it asks for: that stands in the list.
pip() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$@"; }

if ! cmp -s "$wanted" "$stamp"; then
  python=$(command -v python3 || true)
  [ -n "$python" ] && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is missing, which PySpark asks for: install it (https://www.python.org)"
  say "Installing the Python packages of $wanted into target/scale/python"
  mkdir -p "$(dirname "$venv")"
  if ! "$python" -m venv --clear "$venv" 2>/dev/null; then
    # Debian packages venv apart from Python.
    as_root apt-get install -y --no-install-recommends python3-venv >/dev/null ||
      fail "a virtual environment could not be made: run 'apt-get install python3-venv' as root"
    "$python" -m venv --clear "$venv"
  fi
  # PySpark comes as its source alone, whose Java is compiled already.
  pip --only-binary :all: --no-binary pyspark --requirement <(grep -v '^ballista==' "$wanted") && ballista ||
    fail "the Python packages could not be installed: see whether PyPI or your mirror of it can be reached"
  cp "$wanted" "$stamp"
fi
export PYTHONDONTWRITEBYTECODE=1
[ $# -eq 0 ] || exec "$venv/bin/python" "$@"
