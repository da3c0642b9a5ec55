"""A voice that answers from a list, on a demonstration vault."""

import pytest

from supervision_tui.plain.terminal_io import InputClosedError
from supervision_tui.vault import Cost
from supervision_tui.workspace import open_demo


class Script:
    """Answers in order; a mapping answers whichever question holds its key. Then it is gone, as a closed window is."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.said = []
        self.asked = []

    def say(self, words=""):
        self.said.append(str(words))

    def ask(self, question, start=""):
        self.said.append(question)
        self.asked.append((question, start))
        if not self.answers:
            raise InputClosedError
        answer = self.answers.pop(0)
        return answer(question) if callable(answer) else answer

    ask_unseen = ask

    @property
    def heard(self):
        return "\n".join(self.said)


@pytest.fixture
def script():
    return Script


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setattr(Cost.STANDARD, "_value_", Cost.FAST.value)  # how dear a guess is, is no affair of plain mode
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))


@pytest.fixture
def workspace():
    workspace = open_demo()
    yield workspace
    workspace.close()
