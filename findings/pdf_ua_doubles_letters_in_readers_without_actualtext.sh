#!/bin/sh
# Asked for PDF/UA-1, Typst gives every glyph of a Bengali (Hindi, Tamil, Punjabi, Thai) cluster the letters of the whole cluster,
# and the right letters as ActualText (ISO 32000-1, 14.9.4). Chrome and Edge (pdfium) and poppler copy the name as it was written;
# Firefox (PDF.js) does not read ActualText and copies letters twice, which it does not do without the promise of PDF/UA.
# A good engineer would guess that the accessible file is the one that every reader copies right.
# Usage: sh THIS_FILE templates/fonts/NotoSansBengali-Regular.ttf
set -eu
font=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cp "$font" .
python3 -m venv venv
venv/bin/pip -q install typst==0.15.2 pypdfium2==5.15.2
npm init -y >/dev/null 2>&1
npm install --silent pdfjs-dist@5.4.449 >/dev/null 2>&1
cat >make.py <<'PYTHON'
import pypdfium2
import typst

source = '#set document(title: "name")\n#set text(font: "Noto Sans Bengali")\nশ্রাবন্তী'
for name, standards in (("plain", []), ("ua", ["ua-1"])):
    made = typst.compile({"main": source.encode()}, format="pdf", font_paths=["."], pdf_standards=standards)
    open(f"{name}.pdf", "wb").write(made)
    copied = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range().strip()
    print("pdfium", name, copied)
    assert copied == "শ্রাবন্তী"
PYTHON
venv/bin/python make.py
cat >read.mjs <<'NODE'
import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import fs from 'fs';
const copied = {};
for (const name of ['plain', 'ua']) {
  const read = await pdf.getDocument({ data: new Uint8Array(fs.readFileSync(name + '.pdf')), verbosity: 0 }).promise;
  const content = await (await read.getPage(1)).getTextContent();
  copied[name] = content.items.map(item => item.str).join('').replaceAll(' ', '');
  console.log('pdf.js', pdf.version, name, copied[name]);
}
if (copied.ua.length <= copied.plain.length) process.exit(1);
NODE
node read.mjs
