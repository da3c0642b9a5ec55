from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supervision_tui.family import Family
from supervision_tui.practice import Library
from tests.shipped import load_family, load_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FAMILIES = Path(__file__).resolve().parents[2] / "templates" / "families"


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what belongs to the person at this computer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUPERVISION_TUI_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="session")
def families() -> Mapping[str, Family]:
    found = [load_family(path) for path in sorted(FAMILIES.glob("*.yaml"))]
    return {family.id: family for family in found}
