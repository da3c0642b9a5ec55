"""The five invented families, read once."""

import pytest

from supervision_tui.resources import content_folder
from tests.shipped import load_family

NAMES = ("haile", "carter-okafor", "pritchard-hussain", "kowalska-fairhurst", "thorne-lacey")


@pytest.fixture(scope="session")
def five():
    folder = content_folder("templates/families")
    return {name: load_family(folder / f"{name}.yaml") for name in NAMES}
