"""``python -m supervision_tui`` is the same as ``supervision-tui``."""

from supervision_tui.cli import main

if __name__ == "__main__":
    main()
