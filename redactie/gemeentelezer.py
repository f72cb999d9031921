"""Reads the sources of gemeente documents from the database. The same eight queries for one bereik or for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from redactie.bronnen import REGIO, GemeenteBron
from redactie.gemeentebronnen import (
    ContactpuntBron,
    GemeentedocumentBronnen,
    LocatieBron,
    MededelingBron,
    OpeningBron,
    ThemaBron,
)
from redactie.keuzes import ContactpuntSoort, Dag, Mededelingsoort, OpenWijze, ThemaSoort, Zichtbaar
from redactie.models import Contactpunt, Gemeente, Locatie, Mededeling, Openingstijd, Regio, Thema


def lees_gemeentebronnen(bereiken: Mapping[str, GemeenteBron]) -> dict[str, GemeentedocumentBronnen]:
    """Slug → sources, for those of these bereiken that exist."""
    regio = Regio.haal()
    gemeenten = {gemeente.slug: gemeente for gemeente in Gemeente.objects.filter(slug__in=list(bereiken))}
    themas = _themas()
    uren_van_punt, uren_van_locatie = _uren()
    punten = _contactpunten(uren_van_punt)
    locaties = _locaties(uren_van_locatie)
    mededelingen = _mededelingen()
    bronnen = {}
    for slug in bereiken:
        gemeente = gemeenten.get(slug)
        if gemeente is None and slug != REGIO:
            continue
        eigen = {None} if gemeente is None else {None, slug}
        bronnen[slug] = GemeentedocumentBronnen(
            bereik=regio.als_bron() if gemeente is None else gemeente.als_bron(),
            naam_regio=regio.naam,
            code=gemeente.code if gemeente else "",
            owms_uri=gemeente.owms_uri if gemeente else "",
            hostnamen=tuple(gemeente.hostnamen) if gemeente else (),
            thema=gemeente.thema if gemeente else "",
            **({"deelname": gemeente.deelname} if gemeente else {}),
            themas=themas,
            contactpunten=tuple(punt for punt in punten if punt.gemeente in eigen),
            locaties=tuple(locatie for locatie in locaties if locatie.gemeente in eigen),
            mededelingen=mededelingen,
        )
    return bronnen


def _themas() -> tuple[ThemaBron, ...]:
    return tuple(
        ThemaBron(
            thema.sleutel,
            thema.naam,
            thema.inleiding,
            thema.ouder.sleutel if thema.ouder else None,
            ThemaSoort(thema.soort),
        )
        for thema in Thema.objects.select_related("ouder").order_by("volgorde", "naam")
    )


def _uren() -> tuple[dict[int, list[OpeningBron]], dict[int, list[OpeningBron]]]:
    van_punt: dict[int, list[OpeningBron]] = defaultdict(list)
    van_locatie: dict[int, list[OpeningBron]] = defaultdict(list)
    for uur in Openingstijd.objects.order_by("pk"):
        bron = OpeningBron(
            Dag(uur.dag) if uur.dag else None, uur.datum, uur.van, uur.tot, OpenWijze(uur.wijze)
        )
        if uur.contactpunt_id is not None:
            van_punt[uur.contactpunt_id].append(bron)
        else:
            van_locatie[uur.locatie_id].append(bron)
    return van_punt, van_locatie


def _contactpunten(uren: Mapping[int, list[OpeningBron]]) -> tuple[ContactpuntBron, ...]:
    return tuple(
        ContactpuntBron(
            sleutel=punt.sleutel,
            naam=punt.naam,
            soort=ContactpuntSoort(punt.soort),
            gemeente=punt.gemeente.slug if punt.gemeente else None,
            telefoon=punt.telefoon,
            telefoon_intern=punt.telefoon_intern,
            e_mail=punt.e_mail,
            website=punt.website,
            openingstijden=tuple(uren.get(punt.pk, ())),
        )
        for punt in Contactpunt.objects.select_related("gemeente").order_by("pk")
    )


def _locaties(uren: Mapping[int, list[OpeningBron]]) -> tuple[LocatieBron, ...]:
    return tuple(
        LocatieBron(
            sleutel=locatie.sleutel,
            naam=locatie.naam,
            gemeente=locatie.gemeente.slug if locatie.gemeente else None,
            straat=locatie.straat,
            nummer=locatie.nummer,
            postcode=locatie.postcode,
            plaats=locatie.plaats,
            toelichting=locatie.toelichting,
            openingstijden=tuple(uren.get(locatie.pk, ())),
        )
        for locatie in Locatie.objects.select_related("gemeente").order_by("pk")
    )


def _mededelingen() -> tuple[MededelingBron, ...]:
    return tuple(
        MededelingBron(
            sleutel=mededeling.sleutel,
            tekst=mededeling.tekst,
            van=mededeling.van,
            tot=mededeling.tot,
            interne_tekst=mededeling.interne_tekst,
            gemeenten=frozenset(gemeente.slug for gemeente in mededeling.gemeenten.all()),
            betreft=tuple(mededeling.betreft),
            zichtbaar=frozenset(Zichtbaar(waar) for waar in mededeling.zichtbaar),
            belangrijk=mededeling.belangrijk,
            soort=Mededelingsoort(mededeling.soort),
        )
        for mededeling in Mededeling.objects.prefetch_related("gemeenten").order_by("van", "pk")
    )
