"""A run as a small chart: per type of question how good the answers are, and how good after a typing mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from kennisbank.relevantie.samenvatten import ALLES, Cijfers
from redactie.tekenblad import BLAUW, BREED, LIJN, legenda, tekenblad

LINKS = 190
RECHTS = 60
KOP = 106
RIJ = 40
STAAF = 13
GENOEG = 10
"""Below this number of questions a type is shown, but is not called the weakest."""

ORANJE = "#e8a33d"
SCHALEN = (0.0, 0.25, 0.5, 0.75, 1.0)
NAMEN = {
    "alledaags": "gewone woorden",
    "synoniem": "een ander woord",
    "woordvorm": "een andere vorm",
    "spelfout": "spelfouten",
    "samenstelling": "samenstellingen",
    "afkorting": "afkortingen",
    "zin": "hele zinnen",
    "onaf": "half getypt",
    "elders": "hoort elders",
    ALLES: "alle vragen",
}


def bevinding(samen: Mapping[str, Cijfers]) -> str:
    """One sentence: how often the best answer is in the first three, and what goes least well."""
    alles = samen[ALLES]
    zin = f"Bij {alles.op3 or 0:.0%} van de vragen staat het beste antwoord in de eerste drie"
    groot = {soort: lid for soort, lid in samen.items() if soort != ALLES and lid.aantal >= GENOEG}
    if len(groot) < 2:
        return zin
    zwakste = min(groot, key=lambda soort: groot[soort].op3 or 0)
    return f"{zin}; het minst bij {naam(zwakste)}: {groot[zwakste].op3 or 0:.0%}"


def naam(soort: str) -> str:
    return NAMEN.get(soort, soort)


def svg(samen: Mapping[str, Cijfers]) -> str:
    """A complete SVG document."""
    rijen = [(soort, lid) for soort, lid in samen.items() if lid.aantal]
    hoog = KOP + RIJ * len(rijen) + 34
    staven = (deel for plek, (soort, lid) in enumerate(rijen) for deel in _rij(soort, lid, KOP + plek * RIJ))
    return tekenblad(bevinding(samen), hoog, (*_uitleg(), *_schaal(hoog), *staven))


def _uitleg() -> Iterator[str]:
    yield from legenda(((BLAUW, "zoals gevraagd"), (ORANJE, "met één tikfout")))
    yield '<text x="360" y="73">nDCG@5: 1 is de best mogelijke volgorde</text>'


def _schaal(hoog: int) -> Iterator[str]:
    for waarde in SCHALEN:
        x = _x(waarde)
        yield f'<line x1="{x}" y1="{KOP - 12}" x2="{x}" y2="{hoog - 30}" stroke="{LIJN}"/>'
        yield f'<text x="{x}" y="{hoog - 12}" text-anchor="middle" font-size="11">{_komma(waarde, 2)}</text>'


def _rij(soort: str, lid: Cijfers, y: int) -> Iterator[str]:
    dik = ' font-weight="600"' if soort == ALLES else ""
    yield (
        f'<text x="{LINKS - 12}" y="{y + 17}" text-anchor="end"{dik}>'
        f"{escape(naam(soort))} ({lid.aantal})</text>"
    )
    yield from _staaf(lid.ndcg, y, BLAUW)
    yield from _staaf(lid.bewerkt_ndcg, y + STAAF + 1, ORANJE)


def _staaf(waarde: float | None, y: int, kleur: str) -> Iterator[str]:
    if waarde is None:
        return
    yield f'<rect x="{LINKS}" y="{y}" width="{_x(waarde) - LINKS}" height="{STAAF}" fill="{kleur}"/>'
    yield f'<text x="{_x(waarde) + 5}" y="{y + 11}" font-size="11">{_komma(waarde, 2)}</text>'


def _x(waarde: float) -> int:
    return LINKS + round(waarde * (BREED - LINKS - RECHTS))


def _komma(waarde: float, cijfers: int) -> str:
    return f"{waarde:.{cijfers}f}".replace(".", ",")
