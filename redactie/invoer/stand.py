"""What the installation holds now, as a Bundel: what an import is compared with and what an export writes.

Only what is published (or planned); with `concepten` the newest draft of each product and local version instead.
The text of a field is the Tekstversie in force at `nu`, because that is what readers see. Reads, never saves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from redactie.bronnen import KanaalBron
from redactie.invoer import documenten as doc
from redactie.invoer.normaal import moment, tekst
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    AfwijkingSoort,
    AfwijkingWijze,
    ContactpuntSoort,
    Doelgroep,
    GegevenSoort,
    Klasse,
    Productsoort,
    Richting,
    TariefSoort,
    TariefStatus,
    ThemaSoort,
    Zichtbaar,
)
from redactie.models import (
    Afwijking,
    Contactpunt,
    Gegeven,
    Gemeente,
    Kanaal,
    Locatie,
    LokaalKanaal,
    LokaleVersie,
    Mededeling,
    Openingstijd,
    Product,
    Regio,
    Synoniem,
    Tarief,
    Tekstversie,
    Thema,
)
from redactie.veld import Veld


def lees_stand(*, nu: datetime, concepten: bool = False) -> doc.Bundel:
    bundel = doc.Bundel()
    for lezer in (
        _regio,
        _gemeenten,
        _themas,
        _contactpunten,
        _locaties,
        _openingstijden,
        _gegevens,
        _tarieven,
    ):
        for document in lezer():
            bundel.voeg_toe(document)
    for document in [*_producten(nu, concepten), *_lokaal(concepten), *_mededelingen(), *_synoniemen()]:
        bundel.voeg_toe(document)
    return bundel


def _slug(gemeente: Gemeente | None) -> str:
    return gemeente.slug if gemeente is not None else ""


def _sleutel(ding: Any) -> str:
    return ding.sleutel if ding is not None else ""


def _teksten(rij: Any, *namen: str) -> dict[str, str]:
    return {naam: tekst(getattr(rij, naam)) for naam in namen}


def _regio() -> Iterator[doc.Document]:
    for regio in Regio.objects.filter(pk=1):
        yield doc.RegioRij(**_teksten(regio, "naam", "telefoon", "telefoon_buitenland", "website"))


def _gemeenten() -> Iterator[doc.Document]:
    namen = ("slug", "naam", "code", "owms_uri", "telefoon", "telefoon_buitenland", "website", "thema")
    for gemeente in Gemeente.objects.all():
        yield doc.GemeenteRij(
            hostnamen=tuple(gemeente.hostnamen),
            deelname_van=gemeente.deelname_van,
            deelname_tot=gemeente.deelname_tot,
            **_teksten(gemeente, *namen),
        )


def _themas() -> Iterator[doc.Document]:
    for thema in Thema.objects.select_related("ouder"):
        yield doc.ThemaRij(
            ouder=_sleutel(thema.ouder),
            volgorde=thema.volgorde,
            soort=ThemaSoort(thema.soort),
            **_teksten(thema, "sleutel", "naam", "inleiding"),
        )


def _contactpunten() -> Iterator[doc.Document]:
    for punt in Contactpunt.objects.select_related("gemeente"):
        yield doc.ContactpuntRij(
            gemeente=_slug(punt.gemeente),
            soort=ContactpuntSoort(punt.soort),
            **_teksten(punt, "sleutel", "naam", "telefoon", "telefoon_intern", "e_mail", "website"),
        )


def _locaties() -> Iterator[doc.Document]:
    for locatie in Locatie.objects.select_related("gemeente"):
        yield doc.LocatieRij(
            gemeente=_slug(locatie.gemeente),
            **_teksten(locatie, "sleutel", "naam", "straat", "nummer", "postcode", "plaats", "toelichting"),
        )


def _openingstijden() -> Iterator[doc.Document]:
    groepen: dict[doc.Identiteit, list[doc.OpenTijd]] = defaultdict(list)
    for rij in Openingstijd.objects.select_related("contactpunt__gemeente", "locatie__gemeente"):
        ding = rij.contactpunt or rij.locatie
        soort = doc.Soort.CONTACTPUNT if rij.contactpunt_id else doc.Soort.LOCATIE
        groepen[_slug(ding.gemeente), soort, ding.sleutel].append(
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
            gemeente=_slug(feit.gemeente),
            geldig_van=feit.geldig_van,
            geldig_tot=feit.geldig_tot,
            soort=GegevenSoort(feit.soort),
            intern=feit.intern,
            **_teksten(feit, "sleutel", "omschrijving", "waarde"),
        )


def _tarieven() -> Iterator[doc.Document]:
    for feit in Tarief.objects.select_related("gemeente"):
        yield doc.TariefRij(
            gemeente=_slug(feit.gemeente),
            geldig_van=feit.geldig_van,
            geldig_tot=feit.geldig_tot,
            volgorde=feit.volgorde,
            soort=TariefSoort(feit.soort),
            bedrag=feit.bedrag,
            status=TariefStatus(feit.status),
            **_teksten(feit, "sleutel", "groep", "omschrijving", "eenheid", "voorwaarde"),
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
            **_teksten(mededeling, "sleutel", "tekst", "interne_tekst"),
        )


def _synoniemen() -> Iterator[doc.Document]:
    for synoniem in Synoniem.objects.select_related("gemeente"):
        yield doc.SynoniemRij(
            gemeente=_slug(synoniem.gemeente),
            woorden=tuple(synoniem.woorden),
            richting=Richting(synoniem.richting),
        )


def _producten(nu: datetime, concepten: bool) -> Iterator[doc.Document]:
    relaties = ("gemeente", "eigenaar", "behandelaar", "opvolger")
    rijen = Product.objects.select_related(*relatie_velden(relaties, concepten))
    zichtbaar = {rij.sleutel for rij in rijen if concepten or rij.live}
    themas = _sleutels(Product.themas.through.objects.values_list("product_id", "thema__sleutel"))
    verwant = _sleutels(Product.verwant.through.objects.values_list("from_product_id", "to_product__sleutel"))
    kanalen: dict[int, list[KanaalBron]] = defaultdict(list)
    for kanaal in Kanaal.objects.all():
        kanalen[kanaal.product_id].append(kanaal.als_bron())
    versies: dict[int, list[Tekstversie]] = defaultdict(list)
    for versie in Tekstversie.objects.order_by("vanaf", "pk"):
        versies[versie.product_id].append(versie)
    for rij in rijen:
        gepland = _gepland(versies[rij.pk], nu)
        if concepten and rij.latest_revision is not None:
            concept = rij.latest_revision.as_object()
            yield _product(
                concept,
                concept.teksten(),
                [thema.sleutel for thema in concept.themas.all()],
                [ander.sleutel for ander in concept.verwant.all()],
                [kanaal.als_bron() for kanaal in concept.kanalen.all()],
                gepland,
            )
        elif rij.live and not concepten:
            teksten = {Veld(versie.veld): versie.tekst for versie in versies[rij.pk] if versie.vanaf <= nu}
            yield _product(
                rij,
                teksten,
                themas[rij.pk],
                zichtbaar.intersection(verwant[rij.pk]),
                kanalen[rij.pk],
                gepland,
            )


def relatie_velden(relaties: Iterable[str], concepten: bool) -> list[str]:
    return [*relaties, "latest_revision"] if concepten else list(relaties)


def _sleutels(paren: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    per_product: dict[int, list[str]] = defaultdict(list)
    for product, sleutel in paren:
        per_product[product].append(sleutel)
    return per_product


def _gepland(versies: list[Tekstversie], nu: datetime) -> tuple[doc.GeplandeTekst, ...]:
    gepland = [
        doc.GeplandeTekst(
            veld=Veld(versie.veld),
            vanaf=moment(versie.vanaf),
            tekst=tekst(versie.tekst),
            klasse=Klasse(versie.klasse),
            toelichting=tekst(versie.toelichting),
        )
        for versie in versies
        if versie.vanaf > nu
    ]
    return tuple(sorted(gepland, key=lambda versie: versie.volgorde))


def _product(
    rij: Product,
    teksten: dict[Veld, str],
    themas: list[str],
    verwant: Iterable[str],
    kanalen: list[KanaalBron],
    gepland: tuple[doc.GeplandeTekst, ...],
) -> doc.ProductBestand:
    gevuld = {veld: tekst(teksten.get(veld, "")) for veld in Veld}
    return doc.ProductBestand(
        sleutel=rij.sleutel,
        teksten={veld: inhoud for veld, inhoud in gevuld.items() if inhoud},
        productsoort=Productsoort(rij.productsoort),
        aanbod=Aanbod(rij.aanbod),
        gemeente=_slug(rij.gemeente),
        upn=tuple(rij.upn),
        doelgroepen=tuple(lid.value for lid in Doelgroep if lid in rij.doelgroepen),
        themas=tuple(sorted(themas)),
        trefwoorden=tuple(rij.trefwoorden),
        verwant=tuple(sorted(verwant)),
        eigenaar=_sleutel(rij.eigenaar),
        behandelaar=_sleutel(rij.behandelaar),
        controledatum=rij.controledatum,
        vaste_velden=tuple(veld for veld in Veld if veld in rij.vaste_velden),
        vervalt_op=rij.vervalt_op,
        opvolger=_sleutel(rij.opvolger),
        vervallen_toelichting=tekst(rij.vervallen_toelichting),
        kanalen=tuple(kanalen),
        gepland=gepland,
    )


def _lokaal(concepten: bool) -> Iterator[doc.Document]:
    relaties = ("product", "gemeente", "valt_onder", "behandelaar")
    kanalen: dict[int, list[KanaalBron]] = defaultdict(list)
    for kanaal in LokaalKanaal.objects.all():
        kanalen[kanaal.versie_id].append(kanaal.als_bron())
    afwijkingen: dict[int, list[Afwijking]] = defaultdict(list)
    for afwijking in Afwijking.objects.all():
        afwijkingen[afwijking.versie_id].append(afwijking)
    for rij in LokaleVersie.objects.select_related(*relatie_velden(relaties, concepten)):
        if concepten and rij.latest_revision is not None:
            concept = rij.latest_revision.as_object()
            eigen = [kanaal.als_bron() for kanaal in concept.kanalen.all()]
            yield _lokale_versie(concept, eigen, list(concept.afwijkingen.all()))
        elif rij.live and rij.product.live and not concepten:
            yield _lokale_versie(rij, kanalen[rij.pk], afwijkingen[rij.pk])


def _lokale_versie(
    rij: LokaleVersie, kanalen: list[KanaalBron], afwijkingen: list[Afwijking]
) -> doc.LokaalBestand:
    delen = [
        doc.AfwijkingDeel(
            veld=Veld(afwijking.veld),
            wijze=AfwijkingWijze(afwijking.wijze),
            tekst="" if afwijking.wijze == AfwijkingWijze.VERBERGEN else tekst(afwijking.tekst),
            soort=AfwijkingSoort(afwijking.soort),
            reden=tekst(afwijking.reden),
            periode=afwijking.periode,
        )
        for afwijking in afwijkingen
    ]
    return doc.LokaalBestand(
        gemeente=rij.gemeente.slug,
        product=rij.product.sleutel,
        aangeboden=Aangeboden(rij.aangeboden),
        valt_onder=_sleutel(rij.valt_onder),
        toelichting=tekst(rij.toelichting),
        vanaf=rij.vanaf,
        tot=rij.tot,
        trefwoorden=tuple(rij.trefwoorden),
        behandelaar=_sleutel(rij.behandelaar),
        kanalen=tuple(kanalen),
        afwijkingen=tuple(sorted(delen, key=lambda deel: deel.volgorde)),
    )
