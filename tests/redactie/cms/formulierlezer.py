"""The fields of an edit screen with what stands in them, as a browser would post them back."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Velden(HTMLParser):
    """The fields of the editing form with what stands in them: what an insider would post."""

    def __init__(self) -> None:
        super().__init__()
        self.gegevens: dict[str, list[str]] = {}
        self._veld = self._tekst = ""
        self._keuze: str | None = None
        self._in_formulier = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self._in_formulier = "data-edit-form" in a
        if not self._in_formulier:
            return
        naam = a.get("name", "")
        if tag == "input" and naam and (a.get("type") not in ("checkbox", "radio") or "checked" in a):
            self.gegevens.setdefault(naam, []).append(
                a.get("value", "on" if a.get("type") == "checkbox" else "")
            )
        elif tag == "textarea":
            self._veld, self._tekst = naam, ""
        elif tag == "select":
            self._keuze = naam
        elif tag == "option" and self._keuze and "selected" in a:
            self.gegevens.setdefault(self._keuze, []).append(a.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._veld:
            self._tekst += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._veld:
            # The parser of a browser drops the first line end of a textarea; so does a form.
            self.gegevens.setdefault(self._veld, []).append(
                self._tekst.removeprefix("\r\n").removeprefix("\n")
            )
            self._veld = ""
        elif tag == "select":
            self._keuze = None
        elif tag == "form":
            self._in_formulier = False


def formulier_van(html: str) -> dict[str, Any]:
    lezer = _Velden()
    lezer.feed(html)
    return lezer.gegevens
