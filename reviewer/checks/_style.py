"""The house's forms where usage is divided: by ``{"Kiev": "Kyiv"}`` the second is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reviewer.model import Finding


class HouseStyle:
    """Finds the forms that the house does not use; what it uses is passed over, also in a longer
    form: with ``{"Karabakh": "Nagorno-Karabakh"}`` the latter is right as it stands.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._wanted = {form.upper(): wanted.upper() for form, wanted in forms.items()}
        self._wanted |= forms
        known = sorted({*self._wanted, *self._wanted.values()}, key=len, reverse=True)
        words = ("".join(map(_escaped, form)) for form in known)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if known else None

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each place of a form that is not the house's, with the form that is."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            form = " ".join(match[0].split())
            if (wanted := self._wanted.get(form, form)) != form:
                yield *match.span(), wanted

    def restyled(self, finding: Finding) -> Finding:
        """The finding with suggestions as the house writes them."""
        if not self._pattern or not finding.suggestions:
            return finding
        suggestions = tuple(dict.fromkeys(map(self._written, finding.suggestions)))
        if suggestions == finding.suggestions:
            return finding
        old, new = finding.suggestions[0], suggestions[0]
        message = finding.message.replace(f"→ {old}", f"→ {new}")
        return finding._replace(suggestions=suggestions, message=message)

    def _written(self, text: str) -> str:
        for start, end, wanted in reversed(list(self.find(text))):
            text = text[:start] + wanted + text[end:]
        return text


def _escaped(char: str) -> str:
    """A blank of a form may be any white space of a text."""
    return r"\s+" if char == " " else re.escape(char)
