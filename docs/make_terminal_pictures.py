"""Take a picture of names in eleven scripts in each terminal that is on this computer, and in Chromium.

``python3 -m docs.make_terminal_pictures`` needs Xvfb, import (ImageMagick), and fonts for the scripts (Debian:
fonts-noto-core, fonts-wqy-microhei); with names, only those (``... chromium``). What is missing is named and left out.
The family is invented. The Linux console has no window to take a picture of: see make_console_picture.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen

import supervision_tui.tui
from supervision_tui.browser.door import Door
from supervision_tui.browser.serving import BrowserServer
from supervision_tui.family import Family
from supervision_tui.genogram import lay_out, terminal_scene
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.terminal.cell_counting import QUESTION
from supervision_tui.tui.widgets.genogram_view import GenogramView

PICTURES = Path(__file__).parent / "pictures" / "terminals"
DISPLAY = ":93"
SHOW, SERVE, READY = "show", "serve", "ready"
PORT = 8793
LONGEST = 15.0
"""Seconds that a terminal has until everything is drawn."""
TERMINALS: dict[str, tuple[str, ...]] = {
    "xterm": ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-geometry", "76x19", "-e"),
    "konsole": ("konsole", "--geometry", "720x400", "--hide-menubar", "-e"),
    "alacritty": ("alacritty", "-o", "window.dimensions.columns=76", "-o", "window.dimensions.lines=19", "-e"),
    "kitty": ("kitty", "-o", "remember_window_size=no", "-o", "initial_window_width=700", "-o",
              "initial_window_height=380"),
    "mlterm": ("mlterm", "--type", "xft", "-w", "14", "-g", "76x19", "-e"),
    "tmux": ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-geometry", "76x19", "-e", "tmux", "-L", "pictures",
             "-f", "/dev/null", "new-session"),
}  # fmt: skip
BROWSERS: dict[str, tuple[str, ...]] = {
    "chromium": ("chromium", "--use-angle=swiftshader"),
    "chromium-without-webgl": ("chromium", "--disable-gpu", "--disable-3d-apis"),
}
NAMES = (
    "山田 太郎", "תמר כהן", "Ŵyn Llŷr", "Nguyễn Thị Ẵn", "क्षितिज गांधी", "مُحَمَّد الأمين", "শ্রাবন্তী হাসান", "தமிழ்செல்வி குமார்",
    "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "กิตติศักดิ์ ใจดี", "ኣስመሮም ተስፋይ",
)  # fmt: skip


def family() -> Family:
    """Three generations, a script each."""
    people = [
        {"id": f"p{number}", "name": name, "gender": ("male", "female")[number % 2]}
        for number, name in enumerate(NAMES)
    ]
    couples = [("p0", "p1", ["p4"]), ("p2", "p3", ["p5"]), ("p4", "p5", ["p6", "p7", "p8", "p9", "p10"])]
    return Family.model_validate({
        "id": "names", "title": "Names in eleven scripts", "as_of": "2026", "persons": people,
        "unions": [{"partners": [a, b], "kind": "married"} for a, b, _children in couples],
        "parentages": [{"child": child, "parents": [a, b]} for a, b, children in couples for child in children],
    })  # fmt: skip


class NamesScreen(Screen[None]):
    """The drawing and nothing else; it says in a file when the terminal has answered and all is drawn."""

    def compose(self) -> ComposeResult:
        """The drawing, with the child in the middle selected."""
        told = family()
        yield GenogramView(terminal_scene(told, lay_out(told)), selected="p8")

    def on_mount(self) -> None:
        """Wait a moment for fonts, then say that it is ready."""
        self.set_timer(2.0, lambda: Path(os.environ[READY]).touch())


class NamesApp(SupervisionApp):
    """The program as it draws, with one screen."""

    CSS_PATH = [Path(supervision_tui.tui.__file__).parent / name for name in SupervisionApp.CSS_PATH]  # noqa: RUF012

    def on_mount(self) -> None:
        """Ask how the terminal counts; draw when it has answered."""
        self._write_past_the_gate(QUESTION)
        self.set_timer(0.5, lambda: self.push_screen(NamesScreen()))


def take(name: str, command: tuple[str, ...], folder: Path, *, alone: bool = False) -> None:
    """Open terminal *name* by *command*, wait until it says that it is ready, and keep what is on the screen.

    *alone*: the command needs no program after it; somebody else starts it.
    """
    ready = folder / name
    program = ("env", f"{READY}={ready}", sys.executable, "-m", "docs.make_terminal_pictures", SHOW)
    environment = {
        **os.environ,
        "DISPLAY": DISPLAY,
        "HOME": str(folder),
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "LANG": "C.UTF-8",
    }
    environment.pop("TMUX", None)
    with subprocess.Popen(
        [*command, *(() if alone else program)], env=environment, stderr=subprocess.DEVNULL
    ) as terminal:
        end = time.monotonic() + LONGEST
        while not ready.exists() and time.monotonic() < end:
            time.sleep(0.2)
        picture = PICTURES / f"{name}.png"
        shot = [shutil.which("import") or "import", "-window", "root", "-trim", "-colors", "32", f"png8:{picture}"]
        subprocess.run(shot, env=environment, check=True)
        terminal.terminate()
    print(f"{name}: {picture}" if ready.exists() else f"{name}: never ready")


def take_in_browser(name: str, command: tuple[str, ...], folder: Path) -> None:
    """Serve the drawing to a page that *command* opens and keep what is on the screen, as :func:`take` does."""
    key = "for-a-picture-only"
    server = (sys.executable, "-m", "docs.make_terminal_pictures", SERVE, key)
    environment = {**os.environ, READY: str(folder / name)}
    with subprocess.Popen(server, env=environment, stderr=subprocess.DEVNULL) as serving:
        time.sleep(3)
        window = ("--window-size=720,400", "--window-position=0,0", "--no-sandbox", "--test-type")
        page = (f"--user-data-dir={folder / name}-profile", "--no-first-run", f"--app={_door(key).address}")
        take(name, (*command, *window, *page), folder, alone=True)
        serving.terminate()


def _door(key: str) -> Door:
    return Door("127.0.0.1", PORT, key)


def _serve(key: str) -> None:
    server = BrowserServer(_door(key))
    server.command = shlex.join((sys.executable, "-m", "docs.make_terminal_pictures", SHOW))
    server.serve()


def main(*wanted: str) -> None:
    """Take every picture, or those *wanted*."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen([shutil.which("Xvfb") or "Xvfb", DISPLAY, "-screen", "0", "1000x720x24"]) as screen,
    ):
        time.sleep(1)
        for name, command in TERMINALS.items():
            if wanted and name not in wanted:
                continue
            if all(map(shutil.which, (command[0], "tmux" if name == "tmux" else command[0]))):
                take(name, command, Path(folder))
            else:
                print(f"{name}: not on this computer")
        for name, command in BROWSERS.items():
            if wanted and name not in wanted:
                continue
            if shutil.which(command[0]):
                take_in_browser(name, command, Path(folder))
            else:
                print(f"{name}: not on this computer")
        screen.terminate()


if __name__ == "__main__":
    if SHOW in sys.argv:
        NamesApp(Path()).run()
    elif SERVE in sys.argv:
        _serve(sys.argv[-1])
    else:
        main(*sys.argv[1:])
