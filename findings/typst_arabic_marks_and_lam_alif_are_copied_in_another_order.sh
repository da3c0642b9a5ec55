#!/bin/sh
# Typst gives the base and the vowel mark of an Arabic cluster the letters of the whole cluster each, and writes the ligature of lam and
# alif in the order of the eye, with and without PDF/UA-1: what pdfium (Chrome, Edge) and poppler copy is doubled and in another order,
# though the page looks right, and though plain Arabic letters are copied as they were written. A good engineer would guess that a PDF
# that names the language and keeps PDF/UA is copied right.
# Poppler also reorders the marks of a PDF that Chrome wrote, which pdfium reads back right.
# Usage: sh THIS_FILE templates/fonts/DejaVuSans.ttf   (needs poppler's pdftotext)
set -eu
font=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cp "$font" .
python3 -m venv venv
venv/bin/pip -q install typst==0.15.2 pypdfium2==5.15.2
pdftotext -v 2>&1 | head -1
cat >make.py <<'PYTHON'
import subprocess

import pypdfium2
import typst

RIGHT_TO_LEFT = "\u202b\u202c"


def copied(word, standards):
    source = f'#set document(title: "name")\n#set text(font: "DejaVu Sans", lang: "ar")\n{word}'
    made = typst.compile({"main": source.encode()}, format="pdf", font_paths=["."], pdf_standards=standards)
    open("name.pdf", "wb").write(made)
    poppler = subprocess.run(["pdftotext", "name.pdf", "-"], capture_output=True, text=True, check=True).stdout
    pdfium = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    return {
        name: "".join(letter for letter in text if letter not in RIGHT_TO_LEFT and not letter.isspace())
        for name, text in (("poppler", poppler), ("pdfium", pdfium))
    }


for standards in ([], ["ua-1"]):
    for word, right in (("محمد", True), ("مُحَمَّد", False), ("علاء", False)):
        for reader, text in copied(word, standards).items():
            print(standards or "plain", reader, ascii(word), ascii(text))
            assert (text == word) is right, "this has changed"
PYTHON
venv/bin/python make.py
