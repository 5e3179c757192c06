# A PDF through the real program and its worker process, which may open no file: its text is found
# all the same, and a page without text is told from one with text that could not be had.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
"$POSTIL_INDEX" --version | grep -q '^  pdf ' || exit 77
mkdir f
python3 - <<'MAKE' || fail 'making the files'
def pdf(text):
    content = b"BT /F1 12 Tf 72 600 Td (%s) Tj ET" % text if text else b""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[5 0 R]/Count 1>>",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
               b"/Resources<</Font<</F1 3 0 R>>>>>>"]
    out, table = b"%PDF-1.4\n", b""
    for i, each in enumerate(objects):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, each)
    return (out + b"xref\n0 6\n0000000000 65535 f \n" + table +
            b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out))

for i in range(3):
    with open(f"f/treaty-{i}.pdf", "wb") as f:
        f.write(pdf(b"Nightingale sang over the treaty for %d days." % i))
with open("f/scan.pdf", "wb") as f:
    f.write(pdf(b""))
MAKE
expect 0 'Files: 3 added, 1 skipped' -j 1 f
printf '%s\n%s\n' "$out" "$err" | grep -q 'scan.pdf: no-text' || fail "the scan is not told: $err"
found 3 nightingale
found 3 '"over the treaty"'
finish
