"""A sheet of SVG to draw a small chart on: its title states the finding, and stands above it.

SVG by hand: four kinds of shapes, no library, the same bytes for the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

BREED = 720
INKT, BLAUW, LIJN = "#1c2733", "#1b5e9b", "#c9d1d9"


def tekenblad(titel: str, hoog: int, vormen: Iterable[str]) -> str:
    """A complete document of `BREED` by `hoog`; each part of the title before a semicolon gets a line of its own."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {hoog}" role="img" '
            f'font-family="system-ui, sans-serif" font-size="13" fill="{INKT}">',
            f"<title>{escape(titel)}</title>",
            f'<rect width="{BREED}" height="{hoog}" fill="#ffffff"/>',
            *(
                f'<text x="16" y="{26 + 20 * plek}" font-size="15" font-weight="600">{escape(regel)}</text>'
                for plek, regel in enumerate(titel.split("; "))
            ),
            *vormen,
            "</svg>",
            "",
        ]
    )


def legenda(leden: Iterable[tuple[str, str]], *, x: int = 16) -> Iterator[str]:
    """What each colour stands for, on one line under a title of two lines."""
    for kleur, tekst in leden:
        yield f'<rect x="{x}" y="62" width="12" height="12" fill="{kleur}"/>'
        yield f'<text x="{x + 18}" y="73">{escape(tekst)}</text>'
        x += 40 + 8 * len(tekst)
