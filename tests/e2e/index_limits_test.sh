#!/usr/bin/env bash
# A full disk and too little memory: a clear message, exit status 2, and the last good index stands.
source "$POSTIL_SOURCE/tests/e2e/index_common.sh" || exit 1

mkdir small large
for i in 1 2 3; do printf 'Harbour %s\n\nThe envoys met at the harbour for the %sth time.\n' $i $i >small/$i.txt; done
for i in $(seq 200); do
  { printf 'Treaty %s\n\n' "$i"; for j in $(seq 40); do printf 'Clause w%sx%s of the treaty binds all. ' $((i * 7 + j)) "$j"; done; printf '\n'; } >large/$i.txt
done

# Memory. Whatever fails for want of it, the process ends with a status above 1 and the index stands.
index small
same "$status" 0 "index small"
# A sanitizer's build does not even start with so little.
if (ulimit -v 60000 && exec "$POSTIL_INDEX" --version) >/dev/null 2>&1; then
  (ulimit -v 60000 && exec "$POSTIL_INDEX" -j2 --full large) >.out 2>.err
  status=$?
  ((status == 0 || status >= 2)) || fail "with little memory: exit status $status"
  if ((status != 0)); then
    [[ -s .err ]] || fail "with little memory: no message"
    found 3 harbour
  fi
fi

# Disk. Xapian's own writer leaks a little when its disk is full; ours may not.
mkdir disk
printf 'leak:libxapian\n' >leaks
export LSAN_OPTIONS=suppressions=$work/leaks:print_suppressions=0
if ! mount -t tmpfs -o size=300k tmpfs disk 2>/dev/null; then
  printf 'no tmpfs can be mounted here: the test of a full disk is left out\n'
  finish
fi
trap 'umount "$work/disk"; chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
export POSTIL_DB=$work/disk/db
index small
same "$status" 0 "index small on the small disk"
expect 2 'No space left on device' --full small large
same "$(cd "$POSTIL_DB" && echo g*)" g1 'what a full disk cut short is deleted'
found 3 harbour
expect 2 'No space left on device' --full --writer api small large
found 3 harbour
expect 2 'No space left' small large
found 3 harbour
mount -o remount,size=30m disk
counts "200 0 3 0 0" small large
found 200 treaty
found 3 harbour
finish
