# The last good index stands whatever happens, and what is not ours is not touched.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir texts
for i in $(seq 400); do
  printf 'Text %s says peace word%s.\n' "$i" "$((i % 7))" >texts/$i.txt
done
touch -d '1 hour ago' texts/*

# Not ours: refused, with nothing written into it.
mkdir papers && echo 'mine' >papers/note.txt
expect 2 'is not a database of Postil' -d papers texts
same "$(ls -A papers)" note.txt 'a folder of papers is not touched'
expect 2 'is not a folder' -d texts/1.txt texts
mkdir foreign && : >foreign/iamglass
expect 2 'not one of Postil' -d foreign texts
expect 2 'not one of Postil' --full -d foreign texts
same "$(ls -A foreign)" iamglass 'a foreign database is not touched'
mkdir -p photos/g1 photos/g2 && echo 'mine' | tee photos/g1/beach.jpg >photos/g2/forest.jpg
expect 2 'is not a database of Postil' -d photos texts
expect 2 'is not a database of Postil' --full -d photos texts
same "$(cd photos && echo *)$(ls -A photos/g1 photos/g2 | tr '\n' ' ')" \
  'g1 g2photos/g1: beach.jpg  photos/g2: forest.jpg ' 'folders named as generations are not touched'

mkdir theirs && echo 4711 >theirs/lock
expect 2 'is not a database of Postil.*it holds lock' -d theirs texts
same "$(<theirs/lock)" 4711 "somebody's lock is not touched"
mkdir alone && echo 'auto g1' >alone/XAPIANDB
expect 2 'g1 is missing' --full -d alone texts

# The result is the same whatever the number of jobs.
if command -v xapian-delve >/dev/null; then
  for jobs in 1 3; do
    index -q -j $jobs -d jobs$jobs texts
    for id in 1 57 400; do xapian-delve -r $id -d -V -1 jobs$jobs/g1; done >jobs$jobs.txt
    xapian-delve -a -v -1 jobs$jobs/g1 | grep -v UUID >>jobs$jobs.txt
  done
  cmp jobs1.txt jobs3.txt || fail 'one and three jobs give different databases'
fi

# A second indexer is refused while the first is at work.
mkfifo pipe
"$POSTIL_INDEX" -q -d busy - <pipe &
first=$!
exec 9>pipe
until [[ -s busy/lock ]]; do sleep 0.05; done
expect 2 "another postil-index (process $first) is writing" -d busy texts
exec 9>&-
wait $first

# A kill at any moment: the next run ends where an undisturbed one does.
index -q texts
found 400 peace
for delay in 0.01 0.03 0.06 0.1 0.15 0.2; do
  "$POSTIL_INDEX" -q --full texts & pid=$!
  sleep $delay
  kill -9 $pid 2>/dev/null
  wait $pid 2>/dev/null
  found 400 peace
done
for round in 1 2 3 4; do
  for i in $(seq 100); do printf 'Round%s of text %s.\n' $round "$i" >texts/$i.txt; done
  "$POSTIL_INDEX" -q texts & pid=$!
  sleep 0.0$((round * 2))
  kill -9 $pid 2>/dev/null
  wait $pid 2>/dev/null
  "$POSTIL_QUERY" peace >/dev/null || fail "no answer after a kill in round $round"
  index -q texts
  found 100 round$round
  found 300 peace
done
same "$(ls db | grep -c '^g')" 1 'one generation is left'
if command -v xapian-check >/dev/null; then
  xapian-check db/g* | grep -q 'No errors found' || fail 'xapian-check'
fi

# Ctrl-C keeps what was done, says so, and the next run goes on.
mkfifo slow
"$POSTIL_INDEX" -d stopped - texts <slow >stopped.txt 2>&1 &
pid=$!
exec 9>slow
printf '{"id":"a","text":"kept"}\n' >&9
until [[ -s stopped/lock ]]; do sleep 0.05; done
kill -TERM $pid
exec 9>&-
wait $pid
same "$?" 143 'the status of a run that was stopped'
grep -q 'Stopped before the end' stopped.txt || fail 'a stopped run does not say so'
index -q -d stopped texts
same "$status" 0 'the run after'
POSTIL_DB=stopped found 300 peace

# A database of another version is refused with the command that mends it, and --full does.
if command -v python3 >/dev/null && python3 -c 'import xapian' 2>/dev/null; then
  python3 - <<'STAMP'
import xapian
db = xapian.WritableDatabase("db/XAPIANDB")
db.set_metadata("postil.stamp", "schema=0")
db.commit()
STAMP
  expect 2 'postil-index --full' texts
  index -q --full texts
  found 300 peace
fi

# A full disk: an error, and the index as it was.
if mkdir small && mount -t tmpfs -o size=1500k tmpfs small 2>/dev/null; then
  mkdir few && cp texts/1??.txt few && index -q -d small/db few
  head -c 3000000 /dev/urandom | base64 | sed 's/.\{6\}/& /g' >few/large.txt
  expect 2 'cannot' -d small/db few
  POSTIL_DB=small/db found 99 peace
  expect 2 'cannot' --full -d small/db few
  POSTIL_DB=small/db found 99 peace
  # Once there is space again, the next run goes on.
  rm few/large.txt
  mount -o remount,size=8m small
  counts '0 0 100 0 0' -d small/db few
  umount small
fi
finish
