"""CSV rows → documents, one function per table. What refers to what is checked later (`controle/`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from redactie.bronnen import REGIO
from redactie.invoer.documenten import (
    ContactpuntRij,
    Document,
    GegevenRij,
    GemeenteRij,
    LocatieRij,
    MededelingRij,
    RegioRij,
    SynoniemRij,
    TariefRij,
    ThemaRij,
)
from redactie.invoer.velden import Velden
from redactie.keuzes import (
    ContactpuntSoort,
    GegevenSoort,
    Mededelingsoort,
    Richting,
    TariefSoort,
    TariefStatus,
    ThemaSoort,
    Zichtbaar,
)
from redactie.periode import AMSTERDAM, begin_van
from redactie.synoniemwoorden import bezwaar


@dataclass(frozen=True)
class TabelSoort:
    kolommen: tuple[str, ...]
    nodig: tuple[str, ...]
    lees: Callable[[Velden], Iterator[Document]]


def _gemeente(rij: Velden) -> Iterator[Document]:
    gedeeld = {
        "naam": rij.tekst("naam", nodig=True),
        "telefoon": rij.tekst("telefoon"),
        "telefoon_buitenland": rij.tekst("telefoon_buitenland"),
        "website": rij.tekst("website"),
    }
    slug = rij.sleutel("slug", nodig=True)
    if slug == REGIO:
        for naam in ("code", "owms_uri", "hostnamen", "thema", "deelname_van", "deelname_tot"):
            if rij.tekst(naam):
                rij.fout(naam, f"De rij “{REGIO}” heeft geen {naam}.")
        yield RegioRij(plek=rij.plek, **gedeeld)
        return
    yield GemeenteRij(
        plek=rij.plek,
        slug=slug,
        code=rij.tekst("code", nodig=True),
        owms_uri=rij.tekst("owms_uri"),
        hostnamen=rij.lijst("hostnamen"),
        thema=rij.tekst("thema"),
        deelname_van=rij.datum("deelname_van"),
        deelname_tot=rij.datum("deelname_tot"),
        **gedeeld,
    )


def _thema(rij: Velden) -> Iterator[Document]:
    yield ThemaRij(
        plek=rij.plek,
        sleutel=rij.sleutel("sleutel", nodig=True),
        naam=rij.tekst("naam", nodig=True),
        inleiding=rij.tekst("inleiding"),
        ouder=rij.tekst("ouder"),
        volgorde=rij.getal("volgorde"),
        soort=rij.keuze("soort", ThemaSoort, ThemaSoort.THEMA),
    )


def _contactpunt(rij: Velden) -> Iterator[Document]:
    yield ContactpuntRij(
        plek=rij.plek,
        gemeente=rij.tekst("gemeente"),
        sleutel=rij.sleutel("sleutel", nodig=True),
        naam=rij.tekst("naam", nodig=True),
        soort=rij.keuze("soort", ContactpuntSoort, ContactpuntSoort.AFDELING),
        telefoon=rij.tekst("telefoon"),
        telefoon_intern=rij.tekst("telefoon_intern"),
        e_mail=rij.tekst("e_mail"),
        website=rij.tekst("website"),
    )


def _locatie(rij: Velden) -> Iterator[Document]:
    yield LocatieRij(
        plek=rij.plek,
        gemeente=rij.tekst("gemeente"),
        sleutel=rij.sleutel("sleutel", nodig=True),
        naam=rij.tekst("naam", nodig=True),
        straat=rij.tekst("straat"),
        nummer=rij.tekst("nummer"),
        postcode=rij.tekst("postcode"),
        plaats=rij.tekst("plaats"),
        toelichting=rij.tekst("toelichting"),
    )


def _gegeven(rij: Velden) -> Iterator[Document]:
    yield GegevenRij(
        plek=rij.plek,
        gemeente=rij.tekst("gemeente"),
        sleutel=rij.sleutel("sleutel", nodig=True),
        omschrijving=rij.tekst("omschrijving"),
        soort=rij.keuze("soort", GegevenSoort, GegevenSoort.TEKST),
        waarde=rij.tekst("waarde", nodig=True),
        intern=rij.ja_nee("intern"),
        geldig_van=rij.datum("geldig_van"),
        geldig_tot=rij.datum("geldig_tot"),
    )


def _tarief(rij: Velden) -> Iterator[Document]:
    soort = rij.keuze("soort", TariefSoort, TariefSoort.VAST)
    bedrag = rij.bedrag("bedrag")
    if soort is TariefSoort.GRATIS and rij.tekst("bedrag"):
        rij.fout("bedrag", "Bij gratis hoort geen bedrag.")
    elif soort is not TariefSoort.GRATIS and not rij.tekst("bedrag"):
        rij.fout("bedrag", "Vul een bedrag in, of kies gratis.")
    yield TariefRij(
        plek=rij.plek,
        gemeente=rij.tekst("gemeente"),
        sleutel=rij.sleutel("sleutel", nodig=True),
        groep=rij.sleutel("groep"),
        volgorde=rij.getal("volgorde"),
        omschrijving=rij.tekst("omschrijving", nodig=True),
        soort=soort,
        bedrag=bedrag,
        eenheid=rij.tekst("eenheid"),
        voorwaarde=rij.tekst("voorwaarde"),
        geldig_van=rij.datum("geldig_van"),
        geldig_tot=rij.datum("geldig_tot"),
        status=rij.keuze("status", TariefStatus, TariefStatus.VASTGESTELD),
    )


def _mededeling(rij: Velden) -> Iterator[Document]:
    van = rij.datum_of_moment("van")
    tot = rij.datum_of_moment("tot")
    if not rij.tekst("van"):
        rij.fout("van", "“van” ontbreekt of is leeg.")
    yield MededelingRij(
        plek=rij.plek,
        sleutel=rij.sleutel("sleutel", nodig=True),
        gemeenten=tuple(sorted(rij.lijst("gemeenten"))),
        tekst=rij.tekst("tekst", nodig=True),
        interne_tekst=rij.tekst("interne_tekst"),
        van=_begin(van) if van else datetime(1900, 1, 1, tzinfo=AMSTERDAM),
        tot=_einde(tot) if tot else None,
        betreft=tuple(sorted(rij.lijst("betreft"))) or ("alles",),
        zichtbaar=tuple(lid.value for lid in rij.keuzelijst("zichtbaar", Zichtbaar) or Zichtbaar),
        belangrijk=rij.ja_nee("belangrijk"),
        soort=rij.keuze("soort", Mededelingsoort, Mededelingsoort.MEDEDELING),
    )


def _begin(waarde: date | datetime) -> datetime:
    return waarde if isinstance(waarde, datetime) else begin_van(waarde)


def _einde(waarde: date | datetime) -> datetime:
    """A date is the last day: it ends at the next midnight."""
    return waarde if isinstance(waarde, datetime) else begin_van(waarde + timedelta(days=1))


def _synoniem(rij: Velden) -> Iterator[Document]:
    woorden = rij.lijst("woorden")
    if len(woorden) < 2:
        rij.fout("woorden", "Geef twee of meer woorden, met een puntkomma ertussen.")
    elif melding := bezwaar(woorden):
        rij.fout("woorden", melding)
    reden = rij.tekst("reden")
    if len(reden) > 300:
        rij.fout("reden", "De reden is te lang: hoogstens 300 tekens.")
    yield SynoniemRij(
        plek=rij.plek,
        gemeente=rij.tekst("gemeente"),
        woorden=woorden,
        richting=rij.keuze("richting", Richting, Richting.BEIDE),
        reden=reden,
    )


def _soort(kolommen: str, nodig: str, lees: Callable[[Velden], Iterator[Document]]) -> TabelSoort:
    return TabelSoort(tuple(kolommen.split()), tuple(nodig.split()), lees)


TABELSOORTEN: dict[str, TabelSoort] = {
    "gemeenten.csv": _soort(
        "slug naam code owms_uri telefoon telefoon_buitenland website hostnamen thema deelname_van deelname_tot",
        "slug naam code",
        _gemeente,
    ),
    "themas.csv": _soort("sleutel naam inleiding ouder volgorde soort", "sleutel naam", _thema),
    "contactpunten.csv": _soort(
        "sleutel gemeente naam soort telefoon telefoon_intern e_mail website", "sleutel naam", _contactpunt
    ),
    "locaties.csv": _soort(
        "sleutel gemeente naam straat nummer postcode plaats toelichting", "sleutel naam", _locatie
    ),
    "gegevens.csv": _soort(
        "gemeente sleutel omschrijving soort waarde intern geldig_van geldig_tot", "sleutel waarde", _gegeven
    ),
    "tarieven.csv": _soort(
        "gemeente sleutel groep volgorde omschrijving soort bedrag eenheid voorwaarde geldig_van geldig_tot status",
        "sleutel omschrijving",
        _tarief,
    ),
    "mededelingen.csv": _soort(
        "sleutel gemeenten tekst interne_tekst van tot betreft zichtbaar belangrijk soort",
        "sleutel tekst van",
        _mededeling,
    ),
    "synoniemen.csv": _soort("gemeente woorden richting reden", "woorden", _synoniem),
}
