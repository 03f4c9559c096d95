"""Puts the packs into the wheel, each with its compiled form beside it; run by hatchling alone."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PacksHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles ``glossaries/*.toml`` into ``reviewer/packs``; a faulty pack stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the packs to a wheel. An editable install reads them where they are."""
        if version != "standard":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        try:
            from reviewer.glossary.store import compile_file
        finally:
            sys.path.remove(self.root)
        self._folder = tempfile.TemporaryDirectory()
        for pack in sorted((root / "glossaries").glob("*.toml")):
            compiled = Path(self._folder.name, f"{pack.stem}.bin")
            compiled.write_bytes(compile_file(pack, pack.read_bytes()))
            for file in (pack, compiled):
                build_data["force_include"][str(file)] = f"reviewer/packs/{file.name}"

    def finalize(self, version: str, *_: Any) -> None:
        """Remove the compiled forms, which the wheel now holds."""
        if version == "standard":
            self._folder.cleanup()
