"""Gives the HTML of a text field the classes of NL Design System components.

Pure. The HTML comes from `redactie/opmaak.py`: well-formed, a small list of tags, no attributes but the address of a
link. Nothing else is changed: the words stay byte for byte.
"""

from __future__ import annotations

import re

KLASSEN = {
    "p": "utrecht-paragraph utrecht-paragraph--distanced",
    "h3": "utrecht-heading-3 utrecht-heading-3--distanced",
    "h4": "utrecht-heading-4 utrecht-heading-4--distanced",
    "ul": "utrecht-unordered-list utrecht-unordered-list--distanced",
    "ol": "utrecht-ordered-list utrecht-ordered-list--distanced",
    "table": "utrecht-table utrecht-table--distanced",
    "thead": "utrecht-table__header",
    "tbody": "utrecht-table__body",
    "tr": "utrecht-table__row",
    "th": "utrecht-table__header-cell",
    "td": "utrecht-table__cell",
    "a": "utrecht-link utrecht-link--html-a",
}
LIJSTITEM = {
    "ul": "utrecht-unordered-list__item",
    "ol": "utrecht-ordered-list__item",
}
BEDRAGEN = re.compile(
    r"<table>\s*<thead>\s*<tr>\s*<th>Omschrijving</th>\s*<th>Bedrag</th>\s*</tr>\s*</thead>"
)

# A whole tag with its attributes, so that what looks like a tag inside an address is passed over.
_TAG = re.compile(r"<(?P<sluit>/?)(?P<naam>[a-z][a-z0-9]*)(?P<rest>(?:\s+[a-z]+=\"[^\"]*\")*\s*)>")


def met_klassen(html: str) -> str:
    """The same HTML with a class on every element that a component exists for."""
    lijsten: list[str] = []
    tabellen = iter([bool(BEDRAGEN.match(html, plek.start())) for plek in re.finditer("<table>", html)])

    def vervang(tag: re.Match[str]) -> str:
        naam = tag["naam"]
        if tag["sluit"]:
            if naam in LIJSTITEM and lijsten:
                lijsten.pop()
            return tag[0]
        if naam in LIJSTITEM:
            lijsten.append(naam)
        klasse = LIJSTITEM[lijsten[-1]] if naam == "li" and lijsten else KLASSEN.get(naam)
        if naam == "table" and next(tabellen, False):
            klasse = f"{klasse} antw-bedragen"
        if naam == "th":
            return f'<th scope="col" class="{klasse}"{tag["rest"]}>'
        return tag[0] if klasse is None else f'<{naam} class="{klasse}"{tag["rest"]}>'

    return _TAG.sub(vervang, html)
