"""openingstijden.csv → one document per contact point or location; its rows replace each other as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactie.invoer.documenten import OpeningstijdenGroep, OpenTijd, Soort
from redactie.invoer.velden import DATUM, Velden
from redactie.keuzes import Dag, OpenWijze

KOLOMMEN = ("van_wat", "gemeente", "dag", "van", "tot", "wijze")
NODIG = ("van_wat", "dag")
VAN_WAT = re.compile(r"(contactpunt|locatie):(.+)")


def lees_openingstijden(rijen: Iterable[Velden]) -> list[OpeningstijdenGroep]:
    groepen: dict[tuple[str, Soort, str], list[tuple[OpenTijd, Velden]]] = {}
    for rij in rijen:
        van_wat = VAN_WAT.fullmatch(rij.tekst("van_wat"))
        if van_wat is None:
            rij.fout("van_wat", "Geef “contactpunt:<sleutel>” of “locatie:<sleutel>”.")
            continue
        tijd = _tijd(rij)
        if tijd is not None:
            sleutel = (rij.tekst("gemeente"), Soort(van_wat[1]), van_wat[2].strip())
            groepen.setdefault(sleutel, []).append((tijd, rij))
    return [_groep(*sleutel, tijden) for sleutel, tijden in groepen.items()]


def _tijd(rij: Velden) -> OpenTijd | None:
    ruw = rij.tekst("dag", nodig=True)
    datum = rij.datum("dag") if DATUM.fullmatch(ruw) else None
    if ruw not in set(Dag) and datum is None:
        rij.fout("dag", f"“{ruw}” is geen dag (ma, di, wo, do, vr, za, zo) en geen datum (JJJJ-MM-DD).")
        return None
    van, tot = rij.tijd("van"), rij.tijd("tot")
    if bool(rij.tekst("van")) != bool(rij.tekst("tot")):
        rij.fout("tot", "Vul beide tijden in, of laat beide leeg bij gesloten.")
    elif van and tot and van >= tot:
        rij.fout("tot", "De sluitingstijd ligt na de openingstijd.")
    wijze = rij.keuze("wijze", OpenWijze, OpenWijze.INLOOP)
    return OpenTijd.van_waarden("" if datum else ruw, datum, van, tot, wijze.value)


def _groep(
    gemeente: str, van_wat: Soort, sleutel: str, rijen: list[tuple[OpenTijd, Velden]]
) -> OpeningstijdenGroep:
    gezien: dict[tuple[str, int], OpenTijd] = {}
    tijden: set[OpenTijd] = set()
    for tijd, rij in rijen:
        ander = gezien.setdefault((tijd.datum, tijd.dag), tijd)
        if ander is not tijd and not (ander.van and tijd.van):
            rij.fout("dag", "Deze dag is gesloten en open tegelijk.")
        if tijd in tijden:
            rij.fout("dag", "Deze rij staat er twee keer.")
        tijden.add(tijd)
    return OpeningstijdenGroep(
        plek=rijen[0][1].plek,
        gemeente=gemeente,
        van_wat=van_wat,
        sleutel=sleutel,
        tijden=tuple(sorted(tijden)),
    )
