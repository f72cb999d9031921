"""Rows of tables → documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redactie.invoer import documenten as doc
from redactie.invoer.normaal import moment, tekst
from redactie.invoer.stand.lezers import sleutel_van, slug_van, teksten_van
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
from redactie.models import (
    Contactpunt,
    Gegeven,
    Gemeente,
    Locatie,
    Mededeling,
    Openingstijd,
    Regio,
    Synoniem,
    Tarief,
    Thema,
)


def alle_rijen() -> Iterator[doc.Document]:
    """In the order of `Soort`."""
    for lezer in LEZERS:
        yield from lezer()


def _regio() -> Iterator[doc.Document]:
    for regio in Regio.objects.filter(pk=1):
        yield doc.RegioRij(**teksten_van(regio, "naam", "telefoon", "telefoon_buitenland", "website"))


def _gemeenten() -> Iterator[doc.Document]:
    namen = ("slug", "naam", "code", "owms_uri", "telefoon", "telefoon_buitenland", "website", "thema")
    for gemeente in Gemeente.objects.all():
        yield doc.GemeenteRij(
            hostnamen=tuple(gemeente.hostnamen),
            deelname_van=gemeente.deelname_van,
            deelname_tot=gemeente.deelname_tot,
            **teksten_van(gemeente, *namen),
        )


def _themas() -> Iterator[doc.Document]:
    for thema in Thema.objects.select_related("ouder"):
        yield doc.ThemaRij(
            ouder=sleutel_van(thema.ouder),
            volgorde=thema.volgorde,
            soort=ThemaSoort(thema.soort),
            **teksten_van(thema, "sleutel", "naam", "inleiding"),
        )


def _contactpunten() -> Iterator[doc.Document]:
    for punt in Contactpunt.objects.select_related("gemeente"):
        yield doc.ContactpuntRij(
            gemeente=slug_van(punt.gemeente),
            soort=ContactpuntSoort(punt.soort),
            **teksten_van(punt, "sleutel", "naam", "telefoon", "telefoon_intern", "e_mail", "website"),
        )


def _locaties() -> Iterator[doc.Document]:
    for locatie in Locatie.objects.select_related("gemeente"):
        yield doc.LocatieRij(
            gemeente=slug_van(locatie.gemeente),
            **teksten_van(
                locatie, "sleutel", "naam", "straat", "nummer", "postcode", "plaats", "toelichting"
            ),
        )


def _openingstijden() -> Iterator[doc.Document]:
    groepen: dict[doc.Identiteit, list[doc.OpenTijd]] = defaultdict(list)
    for rij in Openingstijd.objects.select_related("contactpunt__gemeente", "locatie__gemeente"):
        ding = rij.contactpunt or rij.locatie
        soort = doc.Soort.CONTACTPUNT if rij.contactpunt_id else doc.Soort.LOCATIE
        groepen[slug_van(ding.gemeente), soort, ding.sleutel].append(
            doc.OpenTijd.van_waarden(rij.dag, rij.datum, rij.van, rij.tot, rij.wijze)
        )
    for (gemeente, soort, sleutel), tijden in groepen.items():
        yield doc.OpeningstijdenGroep(
            gemeente=str(gemeente),
            van_wat=doc.Soort(soort),
            sleutel=str(sleutel),
            tijden=tuple(sorted(tijden)),
        )


def _gegevens() -> Iterator[doc.Document]:
    for feit in Gegeven.objects.select_related("gemeente"):
        yield doc.GegevenRij(
            gemeente=slug_van(feit.gemeente),
            geldig_van=feit.geldig_van,
            geldig_tot=feit.geldig_tot,
            soort=GegevenSoort(feit.soort),
            intern=feit.intern,
            **teksten_van(feit, "sleutel", "omschrijving", "waarde"),
        )


def _tarieven() -> Iterator[doc.Document]:
    for feit in Tarief.objects.select_related("gemeente"):
        yield doc.TariefRij(
            gemeente=slug_van(feit.gemeente),
            geldig_van=feit.geldig_van,
            geldig_tot=feit.geldig_tot,
            volgorde=feit.volgorde,
            soort=TariefSoort(feit.soort),
            bedrag=feit.bedrag,
            status=TariefStatus(feit.status),
            **teksten_van(feit, "sleutel", "groep", "omschrijving", "eenheid", "voorwaarde"),
        )


def _mededelingen() -> Iterator[doc.Document]:
    gemeenten = defaultdict(list)
    for koppeling in Mededeling.gemeenten.through.objects.select_related("gemeente"):
        gemeenten[koppeling.mededeling_id].append(koppeling.gemeente.slug)
    for mededeling in Mededeling.objects.all():
        yield doc.MededelingRij(
            gemeenten=tuple(sorted(gemeenten[mededeling.pk])),
            van=moment(mededeling.van),
            tot=moment(mededeling.tot) if mededeling.tot else None,
            betreft=tuple(sorted(mededeling.betreft)) or ("alles",),
            zichtbaar=tuple(lid.value for lid in Zichtbaar if lid in mededeling.zichtbaar),
            belangrijk=mededeling.belangrijk,
            soort=Mededelingsoort(mededeling.soort),
            **teksten_van(mededeling, "sleutel", "tekst", "interne_tekst"),
        )


def _synoniemen() -> Iterator[doc.Document]:
    for synoniem in Synoniem.objects.select_related("gemeente"):
        yield doc.SynoniemRij(
            gemeente=slug_van(synoniem.gemeente),
            woorden=tuple(synoniem.woorden),
            richting=Richting(synoniem.richting),
            reden=tekst(synoniem.reden),
        )


LEZERS = (
    _regio,
    _gemeenten,
    _themas,
    _contactpunten,
    _locaties,
    _openingstijden,
    _gegevens,
    _tarieven,
    _mededelingen,
    _synoniemen,
)
