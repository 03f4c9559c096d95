"""Compiles the packs when the program is installed; run by hatchling alone."""

from __future__ import annotations

import compileall
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PacksHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles ``glossaries/*.toml`` and the index of their names; a faulty pack stops the build.

    A wheel holds packs and what was made of them in ``reviewer/packs``. An editable install reads
    the packs where they are, with what was made of them in a folder beside; its modules, which
    installers of wheels compile, are compiled where they are.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files and, for a wheel, add them to it."""
        packs = sorted((Path(self.root) / "glossaries").glob("*.toml"))
        if version != "standard":
            if packs:
                self._compile(packs, packs[0].parent / ".compiled")
            compileall.compile_dir(Path(self.root) / "reviewer", quiet=2)
            return
        self._folder = tempfile.TemporaryDirectory()
        made = self._compile(packs, Path(self._folder.name))
        for file in (*packs, *made):
            build_data["force_include"][str(file)] = f"reviewer/packs/{file.name}"

    def _compile(self, packs: list[Path], folder: Path) -> list[Path]:
        sys.path.insert(0, self.root)
        try:
            from reviewer.glossary import store
            from reviewer.names import index
        finally:
            sys.path.remove(self.root)
        glossary = store.load(packs, cache=False)
        files = {f"{pack.stem}.bin": store.compile_file(pack, pack.read_bytes()) for pack in packs}
        files[index.FILE] = b"".join(index.packed(index.build(glossary.terms), glossary.digest))
        folder.mkdir(exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return [folder / name for name in files]

    def finalize(self, version: str, *_: Any) -> None:
        """Remove the compiled forms, which the wheel now holds."""
        if version == "standard":
            self._folder.cleanup()
