"""Where the program's folder begins: the same door as the installed command."""

from supervision_tui.cli import main

if __name__ == "__main__":
    main()
