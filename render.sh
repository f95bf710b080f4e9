#!/usr/bin/env bash
# The front door.  ./render.sh renders the film, ./render.sh test runs the tests, ./render.sh --help tells the rest.
# On first use, and when the pinned packages change, it sets up what it needs: system libraries and .venv.
# Works with bash 3.2 (macOS) and later.
set -euo pipefail

# the file itself, also where it is called through a link, or a link to one; macOS has no readlink -f
door=${BASH_SOURCE[0]}
while [ -L "$door" ]; do
  link=$(readlink "$door")
  case $link in /*) door=$link ;; *) door=$(dirname "$door")/$link ;; esac
done
here=$(CDPATH='' cd "$(dirname "$door")" && pwd -P)
venv=$here/.venv
log=$venv/setup.log
busy=$venv/.unfinished # stands while a setup is under way; found at the start, the last one was cut short

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

# ---- the system ----

# Install $2… with package manager $1, or say which command does it.
install_packages() {
  local manager=$1 as_root='' update='' command
  shift
  case $manager in
    apt-get)
      command="apt-get install -y --no-install-recommends $*"
      update='apt-get update'
      ;;
    dnf) command="dnf install -y $*" ;;
    brew) command="brew install $*" ;;
    *) stop "Please install $* with your system's package manager, then run this again." ;;
  esac
  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ]; then
    as_root=sudo
    # at a terminal sudo may ask for the password; elsewhere nobody could answer
    if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && ! [ -t 0 ]; }; then
      say "Some system packages are missing, and only an administrator may install them. Please run"
      stop "  ${update:+sudo $update && }sudo $command"
    fi
  fi
  say "Installing with $manager: $*"
  local quiet each
  quiet=$(mktemp)
  for each in "$update" "$command"; do
    [ -n "$each" ] || continue
    # it waits for another one that is running
    [ "$manager" = apt-get ] && each="env DEBIAN_FRONTEND=noninteractive ${each/apt-get/apt-get -q -o DPkg::Lock::Timeout=300}"
    # shellcheck disable=SC2086  # the words of the command, one by one
    if ! $as_root $each </dev/null >"$quiet" 2>&1; then
      tail -n 15 "$quiet" >&2
      stop "That did not work: $as_root $each   (all of it: $quiet)"
    fi
  done
  rm -f "$quiet"
}

package_manager() {
  local name
  for name in apt-get dnf brew; do
    if command -v "$name" >/dev/null; then echo "$name" && return; fi
  done
  echo none
}

# Print the first Python that is new enough; the system's own first, because its headers are a package away.
find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
      command -v "$name" && return
    fi
  done
  return 1
}

# Set $python.
prepare_python() {
  local name=python3
  if ! find_python >/dev/null && ! command -v python3 >/dev/null; then
    [ "$(package_manager)" = brew ] && name=python@3.13
    install_packages "$(package_manager)" "$name"
  fi
  python=$(find_python) ||
    stop "This needs Python 3.11 to 3.14; python3 here: $(python3 -V 2>/dev/null || echo none)." \
      "Please install one of them beside it (a package named like python3.12), then run this again."
}

# See to it that $python can build what has no ready-made package: pycairo and manimpango.
prepare_libraries() {
  local manager missing='' suffix=''
  manager=$(package_manager)
  # a second Python beside the system's has packages of its own name
  case $python in */python3.*) suffix=${python##*/python3} ;; esac
  need() { # need TEST-RESULT apt-name dnf-name brew-name
    [ "$1" = 0 ] && return
    case $manager in apt-get) missing="$missing $2" ;; dnf) missing="$missing $3" ;; brew) missing="$missing $4" ;; *) missing="$missing $2" ;; esac
  }
  works() { "$@" >/dev/null 2>&1 && echo 0 || echo 1; }
  if [ "$(uname)" = Darwin ]; then
    xcode-select -p >/dev/null 2>&1 || stop "The compiler is missing. Please run   xcode-select --install   and then this again."
  else
    need "$(works command -v cc)" gcc gcc gcc
  fi
  need "$(works command -v pkg-config)" pkg-config pkgconf-pkg-config pkg-config
  need "$(works pkg-config --exists cairo)" libcairo2-dev cairo-devel cairo
  need "$(works pkg-config --exists pangocairo)" libpango1.0-dev pango-devel pango
  need "$(works "$python" -c 'import os, sysconfig; os.stat(sysconfig.get_path("include") + "/Python.h")')" \
    "python3$suffix-dev" "python3$suffix-devel" "python@3.13"
  need "$(works "$python" -c 'import ensurepip, venv')" "python3$suffix-venv" "python3$suffix" "python@3.13"
  # shellcheck disable=SC2086  # a list of names
  [ -z "$missing" ] || install_packages "$manager" $missing
}

# Print a browser that the tests can drive.  One from a snap sees neither hidden folders nor /tmp.
find_browser() {
  local name
  for name in chromium google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    case $(command -v "$name") in '' | /snap/*) continue ;; esac
    if "$name" --version >/dev/null 2>&1; then command -v "$name" && return; fi
  done
  return 1
}

# See to it that the tests of the lecture pack have a browser.  Where it must come from elsewhere, the others still run.
prepare_browser() {
  local manager
  if find_browser >/dev/null; then return; fi
  manager=$(package_manager)
  if [ "$manager" = apt-get ] && ! grep -qs '^ID=debian' /etc/os-release; then
    say "The tests of the lecture pack need a browser, and here chromium may be a snap, which cannot see their files."
    say "Please install Google Chrome (google-chrome-stable); until then those tests are skipped, and in CI they fail."
    return
  fi
  case $manager in
    brew) install_packages brew google-chrome ;;
    *) install_packages "$manager" chromium ;;
  esac
}

# ---- the Python packages ----

# Print what .venv must have been made from: the folder it stands in, and the pinned packages of $1.
wanted() {
  echo "$here"
  (cd "$here" && if [ "$1" = dev ]; then cksum requirements.lock pyproject.toml requirements-dev.lock; else cksum requirements.lock pyproject.toml; fi)
}

is_ready() { [ ! -e "$busy" ] && [ -x "$venv/bin/python" ] && [ "$(cat "$venv/.ready-$1" 2>/dev/null)" = "$(wanted "$1")" ]; }

# Whether there is a .venv that this file did not make; an empty folder is nobody's.
is_foreign() {
  [ -e "$venv" ] || [ -L "$venv" ] || return 1
  [ -e "$busy" ] || [ -e "$log" ] || [ -e "$venv/.ready-run" ] || [ -e "$venv/.ready-dev" ] && return 1
  ! rmdir "$venv" 2>/dev/null
}

# A .venv to build on: whole, of this folder, and with a Python that still runs.
is_sound() {
  [ ! -e "$busy" ] && { [ ! -e "$venv/.ready-run" ] || [ "$(head -n 1 "$venv/.ready-run")" = "$here" ]; } &&
    "$venv/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

pip_install() {
  "$venv/bin/python" -m pip --no-input --disable-pip-version-check install "$@" </dev/null >>"$log" 2>&1 && return
  tail -n 15 "$log" >&2
  [ -n "$was_sound" ] && rm -f "$busy" # pip takes back what it could not finish
  stop "The Python packages could not be installed. All of what pip said: $log"
}

# Make .venv whole for $1: run or dev.
set_up() {
  local kind=$1 lock=requirements.lock began=$SECONDS was_sound=yes
  [ "$kind" = dev ] && lock=requirements-dev.lock
  if is_foreign; then
    stop "$venv is here already, and was not made by this; it is left as it is." \
      "Please move it elsewhere, then run this again."
  fi
  say "Setting up (only once; it takes a few minutes) …"
  prepare_python
  hold_others
  if is_ready "$kind"; then return; fi # another run has just done it
  if ! is_sound; then
    was_sound=
    prepare_libraries
    rm -rf "$venv"
    mkdir -p "$venv" || stop "Nothing can be written in $here, and .venv has to stand there."
    : >"$busy"
    say "Making ${venv#"$here"/} with $("$python" --version)"
    "$python" -m venv "$venv" >"$log" 2>&1 || { cat "$log" >&2; stop "$python could not make $venv."; }
  fi
  : >"$busy"
  : >>"$log"
  [ "$kind" = run ] || prepare_browser
  say "Installing Python packages (what pip says: ${log#"$here"/})"
  pip_install -r "$here/$lock"
  pip_install --no-deps --no-build-isolation -e "$here"
  wanted run >"$venv/.ready-run"
  [ "$kind" = dev ] && wanted dev >"$venv/.ready-dev"
  rm -f "$busy"
  say "Ready after $((SECONDS - began)) s."
}

# Let one setup run at a time.  The lock is on this file, ends with this process, and needs no flock program.
hold_others() {
  exec 9<"$here/render.sh"
  "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null && return
  say "Another setup is under way; waiting for it."
  "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'
}

# ---- what was asked for ----

# Run a tool of the tests under the name $1; if it finds something, add that to the caller's $failed.
run_tool() {
  local name=$1
  shift
  say "── $name"
  "$venv/bin/python" -m "$@" || failed="$failed, $name"
}

# Let the tests be all of them, with what only the longer run has: see the markers in pyproject.toml.
take_all_tests() {
  local was_sound=yes
  if ! "$venv/bin/python" -c 'import torch, scipy' 2>/dev/null; then
    say "Installing PyTorch and SciPy (only once; they are large) …"
    pip_install --no-build-isolation -e "$here[compare]"
  fi
  export PYTEST_ADDOPTS="${PYTEST_ADDOPTS-} -m '' --hypothesis-profile=explore"
}

# Set $of_scene: pytest's words for the tests of scene $1, which are the rules of the house, the scene with all
# that it can be shown with, judged by the gate, and the tests of its acts.
choose_tests_of() {
  local acts stems='' each
  [ -n "$1" ] && [ -f "scenes/$1.py" ] ||
    stop "There is no scenes/$1.py. ./render.sh list shows the scenes; a scene's name is that of its file, without .py."
  acts=$(grep -rlE "scenes\.acts\.$1[. ]" tests --include='test_*.py') || acts=''
  for each in $acts; do stems="$stems or $(basename "$each" .py)"; done
  # shellcheck disable=SC2206  # paths of ours, one a word
  of_scene=(tests/test_house.py tests/test_both_languages.py tests/test_scenes.py $acts -k "test_house or both_languages or [$1-$stems")
}

run_tests() {
  local failed='' of_scene
  cd "$here"
  if [ "${1-}" = --long ]; then
    shift
    take_all_tests
  fi
  if [ "${1-}" = scene ]; then
    choose_tests_of "${2-}"
    shift $(($# < 2 ? $# : 2))
    set -- "${of_scene[@]}" "$@"
  fi
  run_tool ruff ruff check .
  run_tool mypy mypy
  if [ $# -gt 0 ]; then
    run_tool pytest pytest -n auto --dist loadgroup "$@"
  else
    # to be measured makes every test half as quick, so only those are that have to cover it all
    run_tool 'pytest of mathcore' pytest -n auto --dist loadgroup tests/mathcore --cov=mathcore --cov-fail-under=100
    run_tool 'pytest of the rest' pytest -n auto --dist loadgroup --ignore=tests/mathcore
  fi
  [ -z "$failed" ] || stop "Not passed: ${failed#, }"
}

python=
kind=run
[ "${1-}" = test ] && kind=dev
is_ready "$kind" || set_up "$kind"
exec 9<&- # others may set up again

if [ "$kind" = dev ]; then
  shift
  run_tests "$@"
else
  # -P: a file in the caller's folder must not stand in for a module of ours
  PYTHONPATH=$here${PYTHONPATH:+:$PYTHONPATH} exec "$venv/bin/python" -P -m scenes "$@"
fi
