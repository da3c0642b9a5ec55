"""XML of other programs as a tree of nodes, safely: no entities, nothing fetched, bounded in depth and number.

Elements and attributes are both nodes, since programs differ in which of the two a value is; an element's own words are
the text directly in it. Gramps writes a DOCTYPE that names a DTD elsewhere: it is passed over, never fetched; but any
declaration of an entity refuses the file (entity expansion, W3C XML 1.0 section 4.4; defusedxml's rules).
"""

from __future__ import annotations

from xml.parsers import expat

from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.report import ForeignFileError

DEEPEST = 100
MOST_ELEMENTS = 1_000_000
NOTHING = "Nothing was brought in."


def xml_tree(data: bytes) -> Node:
    """The root element of *data*.

    Raises:
        ForeignFileError: it is not well-formed, declares entities, or is too deep or too large.
    """
    builder = _Builder()
    parser = builder.parser
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as broken:
        raise ForeignFileError(
            f"This file is not whole: line {broken.lineno} cannot be read as XML ({expat.ErrorString(broken.code)}). "
            f"{NOTHING}"
        ) from None
    except ForeignFileError:
        raise
    except (LookupError, ValueError):
        raise ForeignFileError(f"The letters of this file are of a kind that is not known. {NOTHING}") from None
    if builder.root is None:
        raise ForeignFileError(f"This file holds no XML. {NOTHING}")
    return builder.root


class _Builder:
    """Nodes from what the parser meets."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.words: list[list[str]] = []
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.refuse_entity
        self.parser.UnparsedEntityDeclHandler = self.refuse_entity
        self.parser.ExternalEntityRefHandler = self.refuse_entity

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1 + len(attributes)
        if len(self.stack) >= DEEPEST or self.count > MOST_ELEMENTS:
            raise ForeignFileError(f"This file is nested too deeply, or holds too much to be one family. {NOTHING}")
        line = self.parser.CurrentLineNumber
        node = Node(line, name.rpartition(" ")[2], "", "")
        node.below = [Node(line, key.rpartition(" ")[2], "", value) for key, value in attributes.items()]
        if self.stack:
            self.stack[-1].below.append(node)
        else:
            self.root = node
        self.stack.append(node)
        self.words.append([])

    def end(self, _name: str) -> None:
        self.stack.pop().value = "".join(self.words.pop()).strip()

    def text(self, words: str) -> None:
        if self.words:
            self.words[-1].append(words)

    def refuse_entity(self, *_declared: object) -> int:
        raise ForeignFileError(
            f"This file declares entities, which no family file needs and which can do harm. It was not read. {NOTHING}"
        )


MOST_PEOPLE = 20_000


def too_many_people(number: int) -> None:
    """Refuse a file with more people than one family has.

    Raises:
        ForeignFileError: there are too many.
    """
    if number > MOST_PEOPLE:
        raise ForeignFileError(
            f"This file holds more than {MOST_PEOPLE:,} people, which is more than one family. {NOTHING}"
        )
