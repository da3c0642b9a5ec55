"""Wide tables of pure examples, each table in one test: a row costs what is asked of it, not a start and an end too.

Every row is tried, whatever another does, and each that fails is named, with its own trace: nothing is told less well
than by ``pytest.mark.parametrize``. What takes a fixture of its own, or a screen, stays there.
"""

import functools
import inspect

import pytest


def every_row(names, rows, ids=None):
    """Try the test with every one of *rows*, which give the arguments *names*, as ``pytest.mark.parametrize`` does.

    Args:
        names: the arguments, one string with commas, or a sequence.
        rows: their values, or the one value where there is one argument; never none.
        ids: what to call each row, or a function that says it of one value; its values otherwise.
    """
    arguments = [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else list(names)
    table = [_row(row, len(arguments)) for row in rows]
    assert table, "a table without a row tries nothing"
    called = [*ids] if ids is not None and not callable(ids) else [_called(values, ids) for values in table]

    def decorated(test):
        @functools.wraps(test)
        def try_every_row(**others):
            failed = []
            for name, values in zip(called, table, strict=True):
                try:
                    test(**others, **dict(zip(arguments, values, strict=True)))
                except (Exception, pytest.fail.Exception) as trouble:  # noqa: BLE001 - told with the others
                    trouble.add_note(f"row {name}")
                    failed.append(trouble)
            if failed:
                message = f"{len(failed)} of {len(table)} rows"
                raise BaseExceptionGroup(message, failed)

        signature = inspect.signature(test)
        others = [given for name, given in signature.parameters.items() if name not in arguments]
        assert len(others) == len(signature.parameters) - len(arguments), f"{test.__name__} does not take {names}"
        try_every_row.__signature__ = signature.replace(parameters=others)
        return try_every_row

    return decorated


def _row(row, number):
    """The values of a row."""
    if isinstance(row, type(pytest.param())):
        assert not row.marks, "a row that is marked wants pytest.mark.parametrize"
        return tuple(row.values)
    return (row,) if number == 1 else tuple(row)


def _called(values, ids):
    """What a row is called where it has no name."""
    return "-".join(str(ids(value) if ids else value)[:120] for value in values)
