"""Three notebooks that write, delete, hold, go back, are copied and send parcels in any order: no text is lost.

After every step each text that anybody wrote (of a family, a record, an idea, a step, what was noted about one) stands
in a notebook, waits in one for a person to look at both, was let go on purpose, or gave way to one that grew from it;
and no parcel holds what is private, a worker's own or another family's.
"""

import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.whole import WHOLE
from tests.workspace.exchange_world import World, prepared_notebooks

BOOK, NUMBER = st.integers(0, 2), st.integers(0, 9)
STEP = st.one_of(
    *(st.tuples(st.just(act), BOOK) for act in ("edit_family", "write_record", "write_idea", "agree_step")),
    *(st.tuples(st.just(act), BOOK, NUMBER) for act in ("edit_record", "edit_idea", "note_step", "note_step")),
    *(st.tuples(st.just("send"), BOOK, BOOK) for _ in range(5)),
    st.tuples(st.just("hand_over"), BOOK, BOOK),
    st.tuples(st.just("take_again"), NUMBER),
    *(st.tuples(st.just("look_at_both"), BOOK, st.booleans()) for _ in range(2)),
    st.tuples(st.just("older_copy"), BOOK),
    st.tuples(st.just("clone"), BOOK, BOOK, NUMBER),
    *(st.tuples(st.just(act), BOOK) for act in ("delete", "hold", "release")),
)


@settings(
    max_examples=300 if WHOLE else 6,
    phases=(Phase.explicit, Phase.generate, *((Phase.shrink,) if WHOLE else ())),
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@given(st.lists(STEP, min_size=8, max_size=25))
def test_no_text_is_ever_lost_between_three_notebooks(prepared, steps):
    folder = prepared["Sam"].parent.parent / "world"
    shutil.rmtree(folder, ignore_errors=True)
    with World(prepared, folder) as world:
        for act, *arguments in steps:
            getattr(world, act)(*arguments)
            world.check()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """The folders of three notebooks, paired; every history begins from copies of them."""
    folder = tmp_path_factory.mktemp("histories")
    patch = pytest.MonkeyPatch()
    patch.setenv("SUPERVISION_TUI_HOME", str(folder / "home"))
    patch.setenv("SUPERVISION_TUI_STATE", str(folder / "state"))
    yield prepared_notebooks(folder / "begin")
    patch.undo()
