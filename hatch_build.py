"""Build hook: the wheel brings the values of all content files along, so that no YAML is parsed at the first start."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileContent(BuildHookInterface[Any]):
    """Compiles ``prompts/`` and ``templates/`` into ``supervision_tui/_data/content``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is packed; an editable install keeps the file in its own checkout."""
        sys.path.insert(0, self.root)
        from supervision_tui.practice.library.content_files import compile_shipped  # noqa: PLC0415 - the path is set now

        compiled = compile_shipped()
        if version != "editable":
            build_data["force_include"][str(compiled)] = compiled.relative_to(Path(self.root)).as_posix()
