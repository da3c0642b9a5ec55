"""Run every benchmark, or those named: ``python3 dev.py bench [name ...]``. Exit 1 when a budget is not met."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks
from benchmarks.table import Row, table

NOT_TABLES = {"table", "faults"}


def main(names: list[str]) -> int:
    """Run the benchmarks called *names* (all without names), print one table, return the exit code."""
    known = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    known = [name for name in known if name not in NOT_TABLES]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark called {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in names or known:
        print(f"- {name}", file=sys.stderr)
        rows += importlib.import_module(f"benchmarks.{name}").run()
    print(table(rows))
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
