"""The genogram as a drawing in the terminal, with a sentence under it about the person selected.

One widget draws the whole family from a scene, row by row from runs of one style (never a cell at a time); what was
drawn is kept until the selection or the look changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, MouseDown, MouseMove
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from supervision_tui.genogram import Region as Place
from supervision_tui.genogram import Scene
from supervision_tui.genogram.lettering import cells

ROLES = ("symbol", "focus", "dead", "inside", "name", "line", "couple", "tie", "badge", "household", "faint", "mark")
STYLES = {role: f"genogram--{role}" for role in (*ROLES, "own-tie", "far-tie")}
"""Roles of a scene's runs, and the component class that styles each; blanks take the widget's own style.

Ties of the selected person stand out, and those of others step back.
"""


class GenogramView(ScrollView, can_focus=True):
    """A scene that can be scrolled, walked through and clicked; *size*: columns and lines that it has at least."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "genogram--selected"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk(-1, 0)", "Left", show=False),
        Binding("right", "walk(1, 0)", "Right", show=False),
        Binding("up", "walk(0, -1)", "Up", show=False),
        Binding("down", "walk(0, 1)", "Down", show=False),
        Binding("home", "child", "Back to the child", show=False),
    ]

    class Selected(Message):
        """Somebody was selected; *words* say who."""

        def __init__(self, person: str, words: str) -> None:
            super().__init__()
            self.person = person
            self.words = words

    selected: reactive[str] = reactive("")

    def __init__(self, scene: Scene, *, selected: str = "", size: tuple[int, int] = (0, 0)) -> None:
        super().__init__()
        self._scene = scene
        self._ends = _ends(scene)
        self._kept: dict[int, Strip] = {}
        self._looks: dict[str, Style] = {}
        self.kin: Callable[[str, int], Sequence[str]] = lambda _person, _up_or_down: ()
        self.child = ""
        """Whom Home leads to."""
        self.others = True
        """Whether the ties of those who are not selected are drawn too."""
        self._came_from = ""
        self._held: Offset | None = None
        self._dragged = False
        self._least = size
        self.virtual_size = self._room
        self.set_reactive(GenogramView.selected, selected)

    @property
    def _room(self) -> Size:
        """What can be scrolled through: the drawing, and at least what was asked for."""
        return Size(max(self._scene.width, self._least[0]), max(self._scene.height, self._least[1]))

    @property
    def scene(self) -> Scene:
        """What is drawn."""
        return self._scene

    def show(self, scene: Scene, selected: str) -> None:
        """Draw another *scene* in the place of this one, with *selected* selected."""
        self._scene = scene
        self._ends = _ends(scene)
        self._kept.clear()
        self.virtual_size = self._room
        self.set_reactive(GenogramView.selected, selected)
        self.watch_selected("", selected)
        self.refresh()

    def on_mount(self) -> None:
        """Bring the person selected into sight and say who it is."""
        if self.selected:
            self.call_after_refresh(lambda: self.watch_selected("", self.selected))  # whoever it is by then

    def notify_style_update(self) -> None:
        """The look changed: draw anew."""
        self._kept.clear()
        self._looks.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Row *y* of what is in sight."""
        scroll_x, scroll_y = self.scroll_offset
        row = scroll_y + y
        strip = self._kept.get(row)
        if strip is None:
            strip = self._kept[row] = self._drawn(row)
        return strip.crop_extend(scroll_x, scroll_x + self.size.width, self._style(""))

    def _drawn(self, row: int) -> Strip:
        if row >= self._scene.height:
            return Strip.blank(max(self._scene.width, self.size.width), self._style(""))
        strip = Strip([Segment(text, self._style(role)) for text, role in self._runs(row)], self._scene.width)
        chosen = self._scene.regions.get(self.selected)
        if chosen is None or not chosen.y <= row < chosen.y + chosen.height:
            return strip
        before, inside, after = strip.divide([chosen.x, chosen.x + chosen.width, self._scene.width])
        return Strip.join([before, self._chosen(inside), after])

    def _runs(self, row: int) -> Iterator[tuple[str, str]]:
        """The runs of a row; ties cell by cell where those of the selected person stand out."""
        runs = self._scene.rows[row]
        if not self._tied or all(run.role != "tie" for run in runs):
            yield from ((run.text, run.role) for run in runs)
            return
        x = 0
        for run in runs:
            if run.role == "tie":
                yield from (self._tie(letter, (x + at, row)) for at, letter in enumerate(run.text))
            else:
                yield run.text, run.role
            x += cells(run.text)

    def _tie(self, letter: str, cell: tuple[int, int]) -> tuple[str, str]:
        strand = self._scene.strands[cell]
        if self.selected in strand.ends:
            return letter, "own-tie"
        return (letter, "far-tie") if self.others else (strand.under.text, strand.under.role)

    @property
    def _tied(self) -> bool:
        """Whether the selected person has a tie on the drawing."""
        return self.selected in self._ends

    def _chosen(self, strip: Strip) -> Strip:
        """*strip* as part of the selected person: on another ground, and letters and sign underlined."""
        look = self.get_component_rich_style("genogram--selected")
        ground, words = Style(bgcolor=look.bgcolor), Style(bgcolor=look.bgcolor, underline=True)
        segments = [
            Segment(text, (style or Style()) + (words if any(map(str.isalnum, text)) else ground))
            for text, style, _control in strip
        ]
        return Strip(segments, strip.cell_length)

    def _style(self, role: str) -> Style:
        look = self._looks.get(role)
        if look is None:
            look = self.get_component_rich_style(STYLES[role]) if role in STYLES else self.rich_style
            self._looks[role] = look
        return look

    def watch_selected(self, before: str, now: str) -> None:
        """Redraw the two persons concerned and their ties, scroll to the new one, say who it is."""
        if self._scene.strands:
            self._kept.clear()
            self.refresh()
        for person in (before, now):
            region = self._scene.regions.get(person)
            if region is None:
                continue
            for row in range(region.y, region.y + region.height):
                self._kept.pop(row, None)
            self.refresh(Region(0, region.y, self._scene.width, region.height).translate(-self.scroll_offset))
        if now in self._scene.regions:
            self._into_sight()
            self.post_message(self.Selected(now, self._scene.words(now)))

    def on_resize(self) -> None:
        """The selected person stays in sight."""
        self._into_sight()

    def look_at(self, ghost: str) -> None:
        """Bring the placeholder for somebody missing into sight."""
        self._into_sight(self._scene.ghosts.get(ghost))

    def _into_sight(self, place: Place | None = None) -> None:
        region = place or self._scene.regions.get(self.selected)
        if region is not None:
            around = Region(region.x, region.y, region.width, region.height).grow((2, 8, 2, 8))
            self.scroll_to_region(around, animate=False)

    def action_walk(self, dx: int, dy: int) -> None:
        """Go up to a parent or down to a child, back to where one came from; else to the nearest in that direction."""
        here = self._scene.regions.get(self.selected)
        if here is None:
            self.selected = next(iter(self._scene.regions), "")
            return
        kin = [person for person in self.kin(self.selected, dy) if person in self._scene.regions] if dy else []
        if kin:
            back = self._came_from if self._came_from in kin else ""
            nearest = min(kin, key=lambda person: abs(self._scene.regions[person].x - here.x))
            self._came_from, self.selected = self.selected, back or nearest
            return
        best, least = "", float("inf")
        for person, region in self._scene.regions.items():
            along = (region.x - here.x) * dx + (region.y - here.y) * dy
            across = abs(region.x - here.x) * abs(dy) + abs(region.y - here.y) * abs(dx) * 4
            if person != self.selected and along > 0 and along * (6 if dy else 1) + across * 2 < least:
                best, least = person, along * (6 if dy else 1) + across * 2
        if best:
            self.selected = best

    def action_child(self) -> None:
        """Back to the child whom it is about."""
        if self.child in self._scene.regions:
            self.selected = self.child

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the drawing."""
        self._held, self._dragged = event.screen_offset, False
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Pull the drawing along with the mouse."""
        if self._held is None:
            return
        moved = self._held - event.screen_offset
        if moved:
            self._held, self._dragged = event.screen_offset, True
            self.scroll_relative(moved.x, moved.y, animate=False)

    def on_mouse_up(self) -> None:
        """Stop pulling."""
        self._held = None
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Select the person under the mouse, unless the drawing was pulled."""
        offset = event.get_content_offset(self)
        if offset is None or self._dragged:
            return
        x, y = offset + self.scroll_offset
        for person, region in self._scene.regions.items():
            if region.x <= x < region.x + region.width and region.y <= y < region.y + region.height:
                self.selected = person
                return


def _ends(scene: Scene) -> set[str]:
    """Everybody who has a tie on the drawing."""
    return {end for strand in scene.strands.values() for end in strand.ends}
