#!/bin/sh
# Makes .venv with what is asked for: `scripts/setup.sh` the platform, `scripts/setup.sh dev` also the tools of the tests.
# Installs again only when pyproject.toml or constraints.txt changed.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}

python=
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null 2>&1 &&
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  echo "Python 3.11 or newer is needed and was not found. Install it (Debian: apt install python3 python3-venv) and run this again." >&2
  exit 1
fi

stamp=.venv/ready-$what
want=$(cat pyproject.toml constraints.txt | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && .venv/bin/python -c '' 2>/dev/null; then
  exit 0
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  rm -rf .venv
  if ! "$python" -m venv .venv; then
    rm -rf .venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      apt-get update -qq && apt-get install -y -qq python3-venv && "$python" -m venv .venv
    else
      echo "A virtual environment could not be made. On Debian: apt install python3-venv. Then run this again." >&2
      exit 1
    fi
  fi
fi
extra=
[ "$what" = dev ] && extra='[dev]'
echo "Installing the ${what} environment into .venv (about a minute) …" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$extra" 2>.venv/pip.log || {
  grep -v '^WARNING' .venv/pip.log >&2
  echo "The packages could not be installed; the lines above say why." >&2
  exit 1
}
printf '%s\n' "$want" >"$stamp"
