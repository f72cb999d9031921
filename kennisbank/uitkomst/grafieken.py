"""The figures of the desk as small charts: each title states what there is to see. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from kennisbank.uitkomst.cijfers import DOEL, GENOEG, Topvraag, Uur, Week, laatste_met_genoeg
from redactie.datums import datum_kort
from redactie.geteld import geteld
from redactie.tekenblad import BLAUW, BREED, LIJN, legenda, tekenblad

LICHT, AMBER = "#a9c4e0", "#8a5300"
LINKS, RECHTS, KOP, VLAK = 48, 66, 74, 170
RIJ = 44
LEEG = 44
"""The height of a sheet with nothing but its title."""


def percentage(deel: float) -> str:
    return f"{deel * 100:.0f} %"


def weekzin(reeks: Sequence[Week]) -> str:
    week = laatste_met_genoeg(reeks)
    if week is None or week.aandeel is None:
        return f"Er is nog geen week met {GENOEG} antwoorden of meer; het doel van de sector is {percentage(DOEL)}"
    stand = "gehaald" if week.aandeel >= DOEL else "niet gehaald"
    return (
        f"In de week van {datum_kort(week.maandag)} is {percentage(week.aandeel)} bij het eerste contact beantwoord; "
        f"het doel van de sector, {percentage(DOEL)}, is {stand}"
    )


def weken_svg(reeks: Sequence[Week]) -> str:
    """A column per week, as high as the share that was answered at once; the goal as a line."""
    breed = (BREED - LINKS - RECHTS) / max(len(reeks), 1)
    return tekenblad(weekzin(reeks), KOP + VLAK + 40, (*_schaal(), *_kolommen(reeks, breed), *_doel()))


def _schaal() -> Iterator[str]:
    for waarde in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _hoogte(waarde)
        yield f'<line x1="{LINKS}" y1="{y}" x2="{BREED - RECHTS}" y2="{y}" stroke="{LIJN}"/>'
        yield f'<text x="{LINKS - 6}" y="{y + 4}" text-anchor="end" font-size="11">{percentage(waarde)}</text>'


def _doel() -> Iterator[str]:
    y = _hoogte(DOEL)
    yield (
        f'<line x1="{LINKS}" y1="{y}" x2="{BREED - RECHTS}" y2="{y}" '
        f'stroke="{AMBER}" stroke-width="2" stroke-dasharray="6 4"/>'
    )
    rand = BREED - RECHTS + 4
    yield f'<text x="{rand}" y="{y + 4}" font-size="11" fill="{AMBER}">doel {percentage(DOEL)}</text>'


def _kolommen(reeks: Sequence[Week], breed: float) -> Iterator[str]:
    for plek, week in enumerate(reeks):
        x = LINKS + plek * breed
        midden = round(x + breed / 2)
        yield (
            f'<text x="{midden}" y="{KOP + VLAK + 18}" text-anchor="middle" font-size="11">'
            f"{escape(datum_kort(week.maandag))}</text>"
        )
        if week.aandeel is None:
            continue
        kleur = BLAUW if week.totaal >= GENOEG else LICHT
        y = _hoogte(week.aandeel)
        yield (
            f'<rect x="{round(x + breed * 0.15)}" y="{y}" width="{round(breed * 0.7)}" '
            f'height="{KOP + VLAK - y}" fill="{kleur}"/>'
        )
        yield (
            f'<text x="{midden}" y="{KOP + VLAK - 6}" text-anchor="middle" font-size="11" '
            f'fill="{"#ffffff" if kleur == BLAUW else "#1c2733"}">{percentage(week.aandeel)}</text>'
        )


def _hoogte(deel: float) -> int:
    return round(KOP + VLAK * (1 - deel))


def dagzin(vandaag: Sequence[Uur]) -> str:
    if not vandaag:
        return "Vandaag is er nog niets geteld"
    som = sum(lid.totaal for lid in vandaag)
    druk = max(vandaag, key=lambda lid: lid.totaal)
    keer = geteld(som, "1 antwoord", "{} antwoorden")
    return f"Vandaag {keer} geteld; de meeste tussen {druk.uur}.00 en {druk.uur + 1}.00 uur: {druk.totaal}"


def dag_svg(vandaag: Sequence[Uur]) -> str:
    """A row per hour: how many answers, and how many of those at once."""
    meeste = max((lid.totaal for lid in vandaag), default=1) or 1
    vormen = (vorm for plek, lid in enumerate(vandaag) for vorm in _uurrij(lid, 96 + plek * 26, meeste))
    uitleg = legenda(((BLAUW, "bij het eerste contact beantwoord"), (LICHT, "anders afgelopen")))
    hoog = 104 + 26 * len(vandaag) if vandaag else LEEG
    return tekenblad(dagzin(vandaag), hoog, (*(uitleg if vandaag else ()), *vormen))


def _uurrij(lid: Uur, y: int, meeste: int) -> Iterator[str]:
    begin, ruimte = 110, BREED - 110 - 60
    goed, alles = round(ruimte * lid.beantwoord / meeste), round(ruimte * lid.totaal / meeste)
    yield f'<text x="{begin - 10}" y="{y + 13}" text-anchor="end">{lid.uur}.00–{lid.uur + 1}.00</text>'
    yield f'<rect x="{begin}" y="{y}" width="{goed}" height="18" fill="{BLAUW}"/>'
    yield f'<rect x="{begin + goed}" y="{y}" width="{alles - goed}" height="18" fill="{LICHT}"/>'
    yield f'<text x="{begin + alles + 6}" y="{y + 13}">{lid.totaal}</text>'


def topzin(top: Sequence[Topvraag], titels: Mapping[str, str], minstens: int) -> str:
    if not top:
        return f"Dit uur is nog geen onderwerp {minstens} keer geteld"
    eerste = top[0]
    naam = titels.get(eerste.sleutel, eerste.sleutel)
    gewoon = f"in hetzelfde uur van de vier weken ervoor gemiddeld {_getal(eerste.gewoon)}"
    return f"Dit uur {eerste.aantal} keer: {naam}; {gewoon}"


def top_svg(top: Sequence[Topvraag], titels: Mapping[str, str], minstens: int) -> str:
    """Two bars per subject: this hour, and what is usual."""
    meeste = max((max(lid.aantal, lid.gewoon) for lid in top), default=1)
    vormen = (vorm for plek, lid in enumerate(top) for vorm in _toprij(lid, titels, 100 + plek * RIJ, meeste))
    uitleg = legenda(((BLAUW, "dit uur"), (LICHT, "gemiddeld, vier weken ervoor")))
    hoog = 104 + RIJ * len(top) if top else LEEG
    return tekenblad(topzin(top, titels, minstens), hoog, (*(uitleg if top else ()), *vormen))


def _toprij(lid: Topvraag, titels: Mapping[str, str], y: int, meeste: float) -> Iterator[str]:
    begin, ruimte = 260, BREED - 260 - 60
    naam = titels.get(lid.sleutel, lid.sleutel)
    kort = naam if len(naam) <= 34 else f"{naam[:33]}…"
    yield f'<text x="{begin - 10}" y="{y + 20}" text-anchor="end">{escape(kort)}</text>'
    for waarde, kleur, erbij in ((float(lid.aantal), BLAUW, 0), (lid.gewoon, LICHT, 16)):
        breed = round(ruimte * waarde / meeste)
        yield f'<rect x="{begin}" y="{y + erbij}" width="{breed}" height="14" fill="{kleur}"/>'
        yield f'<text x="{begin + breed + 6}" y="{y + erbij + 11}" font-size="11">{_getal(waarde)}</text>'


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".removesuffix(".0").replace(".", ",")
