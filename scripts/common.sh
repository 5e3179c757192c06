# What the scripts of this folder share. Sourced by bash; leaves the caller in the repository's root.
set -euo pipefail
script=$(realpath -- "$0")
started_in=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# say WORDS...: tells what is being done, on stderr, so that a script's answer stays clean.
say() {
  printf '%s\n' "$*" >&2
}

# show_help: the script's opening comment.
show_help() {
  sed -n '2,/^source/{/^source/!s/^# \{0,1\}//p}' "$script"
}

# die WORDS...: says what went wrong and what to do, and ends the script.
die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# build PRESET [TARGET...]: configures and builds quietly; shows everything if that fails.
build() {
  local preset=$1 log
  shift
  mkdir -p "build/$preset"
  log="build/$preset/build.log"
  if { cmake --preset "$preset" && cmake --build --preset "$preset" ${@:+--target "$@"}; } \
    >"$log" 2>&1; then
    return 0
  fi
  cat "$log" >&2
  return 1
}
