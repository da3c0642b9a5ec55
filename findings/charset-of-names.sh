#!/bin/sh
# charset-normalizer 3.5.3 on a list of names in one byte a letter: of encodings that it finds equally likely it names
# the one that it tried first, and it tries them in the order of its own list, not in that of cp_isolation. Western
# names in cp1252 come back as Central European ones (Nuńez for Nuñez), whichever is asked for first, with no doubt
# shown: chaos 0, coherence 0 for both. A list of names is too short for its statistics; the letters must be compared with
# those that languages write. Exits 0 while that is so, 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "charset-normalizer==3.5.3"
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import charset_normalizer

names = "José /Nuñez/\nFrançois /Lefèvre/"
data = names.encode("cp1252")
print("charset-normalizer", charset_normalizer.__version__)
seen = set()
for order in (["cp1252", "cp1250"], ["cp1250", "cp1252"]):
    matches = charset_normalizer.from_bytes(data, cp_isolation=order, threshold=0.5)
    best = matches.best()
    seen.add((best.encoding, str(best)))
    print(order, "->", best.encoding, repr(str(best)), [(match.encoding, match.chaos, match.coherence) for match in matches])
sys.exit(0 if seen == {("cp1250", "José /Nuńez/\nFrançois /Lefčvre/")} else 1)
PYTHON
