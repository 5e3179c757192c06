# Archives, mail and books, good ones and hostile ones, through the real program and its worker
# processes: all good text is found, nothing hostile ends the run or leads out of the folder.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
"$POSTIL_INDEX" --version | grep -q '^  archive ' || exit 77
mkdir good hostile
echo 'zanzibar secret' >outside.txt
python3 - <<'MAKE' || fail 'making the files'
import gzip, io, tarfile, zipfile

def zipped(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in entries:
            z.writestr(name, data)
    return out.getvalue()

def tarred(mode, *entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w" + mode) as t:
        for name, data, link in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            if link:
                info.type, info.linkname = tarfile.SYMTYPE, link
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()

def write(path, data):
    with open(path, "wb") as f:
        f.write(data)

page = b"Nightingale words of an essay about peace.\n"
write("good/press.zip", zipped(("essays/one.txt", page), ("two.jsonl", '{"id":"h-1","text":"Nightingale again."}\n'),
                               ("metadata", b"x")))
for mode in (":gz", ":xz"):
    write("good/old.tar." + mode[1:], tarred(mode, ("three.txt", page, None)))
write("good/four.txt.gz", gzip.compress(page))
write("good/nested.zip", zipped(("inner.zip", zipped(("five.txt", page)))))
write("good/letter.eml", b"From: Ann Example <ann@example.org>\nTo: b@example.org\nSubject: Nightingale\n"
      b"Message-ID: <1@example.org>\nDate: Tue, 29 Mar 2022 10:00:00 +0300\n\nNightingale words of a letter.\n")

zeros = b"0" * 50_000_000
write("hostile/bomb.zip", zipped(("big.txt", zeros)))
write("hostile/bomb.txt.gz", gzip.compress(zeros))
nest = zipped(("a.txt", zeros))
for level in range(6):
    nest = zipped(*((f"{level}-{i}.zip", nest) for i in range(4)))
write("hostile/nest.zip", nest)
write("hostile/slip.zip", zipped(("../../../outside.txt", b"Nightingale slips."), ("/etc/x.txt", b"Nightingale too.")))
write("hostile/link.tar", tarred("", ("link.txt", b"", "../outside.txt"), ("abs.txt", b"", "/etc/passwd"),
                                 ("../up.txt", page, None)))
write("hostile/cut.gz", gzip.compress(page * 1000)[:60])
write("hostile/cut.zip", zipped(("a.txt", page * 100))[:70])
write("hostile/many.zip", zipped(*((f"{i}.txt", b"") for i in range(3000))))
write("hostile/loop.eml", (b"From: a@example.org\nTo: b@example.org\nContent-Type: message/rfc822\n\n") * 500)
write("hostile/deep.eml", b"From: a@example.org\nTo: b@example.org\n" + b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(2000)) + b"\ncore\n")
write("hostile/crawl.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nshort")
write("hostile/none.epub", zipped(("mimetype", b"application/epub+zip"),
                                  ("META-INF/container.xml", b"<rootfile full-path='../../../outside.txt'/>")))
write("hostile/none.pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 100000)
write("hostile/deep.rtf", b"{\\rtf1 " + b"{" * 100000 + b"core")
MAKE

index --report r.jsonl good hostile
same "$status" 0 "exit status ($err)"
found 0 zanzibar
found 10 nightingale
same "$(ids '"nightingale again"')" 'good/press.zip/two.jsonl#h-1' 'the id of a line in a file in an archive'
same "$(ids 'nightingale letter')" 'good/letter.eml' 'the id of a letter'
ids nightingale | grep -q 'good/nested.zip/inner.zip/five.txt' || fail 'the id in an archive in an archive'
found 0 'ann@example.org'
python3 - <<'CHECK' || fail 'the report'
import json, os
reasons = {}
for line in open("r.jsonl"):
    f = json.loads(line)
    assert f["reason"] and f["detail"], f
    reasons.setdefault(os.path.basename(f["path"]), set()).add(f["reason"])
for name, reason in (("bomb.zip", "expands-too-much"), ("bomb.txt.gz", "expands-too-much"),
                     ("nest.zip", "too-deep"), ("link.tar", "link"), ("many.zip", "empty"),
                     ("none.epub", "damaged"), ("deep.eml", "too-deep")):
    assert reason in reasons.get(name, ()), (name, reason, reasons.get(name))
for name in os.listdir("hostile"):
    assert name in reasons or name in ("slip.zip", "deep.rtf"), (name, reasons)
CHECK
[[ ! -e /tmp/outside.txt && ! -e outside.txt.1 ]] || fail 'something was unpacked'
same "$(sort r.jsonl)" "$(index --report r2.jsonl good hostile; sort r2.jsonl)" 'the same again, from memory'
counts '0 0 10 0 10' good hostile

# A title for one member, from the folder's own metadata.csv.
printf 'path,title\npress.zip/essays/one.txt,Birds of Passage\n' >good/metadata.csv
index good
same "$(ids 'title:passage')" 'good/press.zip/essays/one.txt' 'the row of a member'
finish
