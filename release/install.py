"""Install supervision-tui from this folder of wheels, without a network.

    python install.py FOLDER

makes an environment in FOLDER and puts the program into it; every wheel is checked against its hash first. Needs the
Python that the wheels were gathered for, and nothing else. Nothing outside FOLDER is written.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(words: list[str]) -> int:
    """Install into the folder that is named; give an exit code."""
    if len(words) != 1 or words[0].startswith("-"):
        sys.stderr.write(__doc__)
        return 2
    target = Path(words[0])
    if (HERE / "MISSING.txt").exists():
        missing = ", ".join((HERE / "MISSING.txt").read_text(encoding="utf-8").split())
        sys.stderr.write(
            f"This folder is not whole: {missing} had no wheel for this kind of computer. Nothing was done.\n"
        )
        return 1
    if target.exists() and any(target.iterdir()):
        sys.stderr.write(f"{target} is not empty. Name a folder that is not there yet. Nothing was done.\n")
        return 1
    venv.create(target, with_pip=True)
    scripts = target / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    command += ["--find-links", str(HERE), "--require-hashes", "-r", str(HERE / "requirements.txt")]
    if subprocess.run(command, check=False).returncode:
        sys.stderr.write(
            "The wheels could not be installed: the lines above say why. Is this the Python they are for?\n"
        )
        return 1
    sys.stdout.write(f"Installed. Start it with: {scripts / 'supervision-tui'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
