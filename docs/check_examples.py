"""The examples of the manual's page on families are typed: ``python3 -m docs.check_examples`` runs mypy on them.

They are checked as somebody else's program would check them: strictly, and without pydantic's plugin.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "family.md"


def examples() -> list[str]:
    """Every example in Python, in the order of the page."""
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def main() -> int:
    """Check all of them; the exit code is mypy's."""
    with TemporaryDirectory() as folder:
        for number, example in enumerate(examples()):
            Path(folder, f"example_{number}.py").write_text(example, encoding="utf-8")
        command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--follow-imports=silent", folder]
        command += ["--cache-dir", str(ROOT / ".mypy_cache" / "examples")]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
