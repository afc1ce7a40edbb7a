#!/bin/sh
# Installs what the browser tests need: Chromium and Japanese fonts.
# Where it may not install, it says so and ends well: the tests are then skipped, with the reason.
set -eu

lacking=
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || lacking="chromium"
if ! command -v fc-list >/dev/null 2>&1; then
  lacking="$lacking fontconfig fonts-noto-cjk"
elif [ -z "$(fc-list :lang=ja | head -n 1)" ]; then
  lacking="$lacking fonts-noto-cjk"
fi
[ -z "$lacking" ] && exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "Browser tests will be skipped: missing$(printf ' %s' $lacking). Install them to run these tests (Debian: sudo apt-get install$(printf ' %s' $lacking))." >&2
  exit 0
fi
echo "Installing for the browser tests:$(printf ' %s' $lacking) …" >&2
log=$(mktemp)
# shellcheck disable=SC2086 # a list of packages
if apt-get update -qq >"$log" 2>&1 &&
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $lacking >>"$log" 2>&1; then
  rm -f "$log"
else
  echo "Browser tests will be skipped: apt-get could not install$(printf ' %s' $lacking). Its words are in $log." >&2
fi
