"""Words that stand beside one another are never joined: a column always ends with a blank."""

import ast
import re
from pathlib import Path

from supervision_tui.tui.content import filled

ROOT = Path(__file__).resolve().parents[2] / "supervision_tui"


def columns_of_a_fixed_width(path):
    """Where a file fills words up to a fixed width by the format alone, which leaves no blank after longer ones."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            spec = "".join(str(part.value) for part in node.format_spec.values if isinstance(part, ast.Constant))
            if re.fullmatch(r"<\d+(\.\d+)?", spec):
                yield node.lineno


def test_every_column_on_a_screen_ends_with_a_blank():
    files = [*(ROOT / "tui").rglob("*.py"), *(ROOT / "plain").rglob("*.py")]
    assert len(files) > 100
    joined = [
        f"{path.name}:{line}" for path in files if path.name != "keymap.py" for line in columns_of_a_fixed_width(path)
    ]
    assert joined == []


def test_words_longer_than_their_column_keep_a_blank():
    assert filled("Domestic abuse worker for the person harmed", 22) + "nobody yet" == (
        "Domestic abuse worker for the person harmed nobody yet"
    )
    assert filled("Lead", 6) == "Lead  "
    assert filled("日本", 6) == "日本  "
