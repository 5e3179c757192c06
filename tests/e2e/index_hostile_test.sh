# A folder of everything that goes wrong is indexed as far as it can be, and each file is named.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir bad
echo 'A good text about peace.' >bad/good.txt
: >bad/empty.txt
head -c 100000 /dev/urandom >bad/noise.bin
printf '%s\n' '---' 'title: Markets: a view' 'tags: [a' '---' 'Text of a post about peace.' >bad/broken.md
printf 'Peace in caf\351 and \377\376 more, and more text.\n' >bad/latin.txt
printf '{"text":"peace"}\n{"text":\n' >bad/half.jsonl
python3 -c '
line = "The quick brown fox jumps over the lazy dog about peace number %d.\n"
with open("bad/large.txt", "w") as f:
    size = i = 0
    while size < 200_000_000:
        block = "".join(line % (i + k) for k in range(10000)); i += 10000
        f.write(block); size += len(block)'
mkfifo bad/pipe
ln -s loop bad/loop
ln -s /etc bad/outside
ln -s nowhere bad/broken-link
# Deeper than any path may be long.
python3 -c '
import os
os.chdir("bad")
for _ in range(10_000):
    os.mkdir("d")
    os.chdir("d")
with open("deep.txt", "w") as f:
    f.write("deep peace\n")'
if ((EUID != 0)); then
  echo 'secret' >bad/secret.txt && chmod 0 bad/secret.txt
  mkdir bad/locked && echo 'locked peace' >bad/locked/x.txt && chmod 0 bad/locked
fi

index --report r.jsonl bad
same "$status" 0 "exit status of a folder of bad files ($err)"
found 1 deep
found 1 'good text'
python3 - <<'CHECK' || fail 'the report'
import json, os
reasons = {}
for line in open("r.jsonl"):
    f = json.loads(line)
    assert f["reason"] and f["detail"], f
    reasons.setdefault(os.path.basename(f["path"]), set()).add(f["reason"])
for name in ("empty.txt", "noise.bin", "broken.md", "latin.txt", "half.jsonl", "large.txt",
             "pipe", "loop", "outside", "broken-link"):
    assert name in reasons, (name, reasons)
if os.geteuid() != 0:
    assert "unreadable" in reasons["secret.txt"] and "unreadable" in reasons["locked"], reasons
CHECK
same "$(wc -l <r.jsonl)" "$(index --report r2.jsonl bad; wc -l <r2.jsonl)" 'the same again'

# What cannot be read this time is not taken for gone.
if ((EUID != 0)); then
  chmod 755 bad/locked && index -q bad && found 1 locked
  chmod 0 bad/locked && index -q bad && found 1 locked
  chmod 755 bad/locked && rm bad/locked/x.txt && index -q bad && found 0 locked
fi
finish
