"""What belongs to one municipality, of each kind, with a secret in its texts: the victims of the outsider test.

A viewset is registered with three lines: `@kanarie` above a function that makes an object of the victim. Addresses of
another room come in with `@adressen`. `test_buitenstaander.py` fails when a viewset of the CMS is in neither list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib.auth import get_user_model
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowMixin

from redactie import models
from sync.links.oordeel import Linkstand
from sync.links.scherm import LIJST as LINKS
from sync.links.scherm import OPNIEUW as LINK_OPNIEUW
from sync.models import Doel, DoelSoort, Intrekking, Pauze, Publicatie, Webadres
from tests import factories as f

GEHEIM = "kanariegeel7f3a"
"""A word that stands in every text of the victim and nowhere else."""

KANARIES: dict[type[Model], Callable[[models.Gemeente], Model]] = {}
ANDERE_ADRESSEN: list[Callable[[dict[type[Model], Model]], Iterable[str]]] = []
ZONDER_GEHEIM: dict[type[Model], str] = {
    models.Thema: "shared by the whole region",
    models.UplNaam: "a public national list",
    models.Regio: "the region itself",
    models.Gemeente: "names of municipalities are public",
    models.Beantwoording: "which municipality answers for which is no secret",
}
"""Models that are nobody's own: walked as well (nothing may change), with no secret in them."""


ZONDER_FORMULIER = frozenset({models.Feitencheck, models.Regiovoorstel})
"""Things that are not changed in a form: their buttons post nothing but themselves."""


def kanarie(model: type[Model]) -> Callable[[Callable], Callable]:
    def registreer(maak: Callable[[models.Gemeente], Model]) -> Callable:
        KANARIES[model] = maak
        return maak

    return registreer


def adressen(maak: Callable[[dict[type[Model], Model]], Iterable[str]]) -> Callable:
    """Further addresses to walk, given the victims: `yield "/api/v1/producten/…"`."""
    ANDERE_ADRESSEN.append(maak)
    return maak


@kanarie(models.Product)
def product(van: models.Gemeente) -> Model:
    live = f.ProductFactory(gemeente=van, gepubliceerd=True, titel=f"{GEHEIM} markt", kosten=f"{GEHEIM} euro")
    f.TekstversieFactory(product=live, gepland=True, tekst=f"{GEHEIM} straks")
    models.Spoedpublicatie.objects.create(product=live, reden=f"{GEHEIM} haast")
    live.termijn = f"{GEHEIM} dagen"
    live.save_revision()
    _kapotte_link(live)
    _op_het_publicatiebord(van)
    return models.Product.objects.get(pk=live.pk)


def _op_het_publicatiebord(van: models.Gemeente) -> None:
    """A text that cannot be published, a pause, and a text that was taken away."""
    Publicatie.objects.create(
        bereik=van.slug, documentsoort="product", sleutel="geheime-markt", titel=GEHEIM, fout=GEHEIM
    )
    Pauze.objects.create(bereik=van.slug, reden=GEHEIM, door=GEHEIM)
    Intrekking.objects.create(sleutel="oude-markt", titel=GEHEIM, reden=GEHEIM, door=GEHEIM)


def _kapotte_link(product: models.Product) -> None:
    """In the list of links that do not work any more; and a target of that municipality."""
    adres = f"https://{GEHEIM}.example/"
    webadres = Webadres.objects.create(kenmerk=GEHEIM, adres=adres, site=GEHEIM, stand=Linkstand.STUK)
    webadres.vindplaatsen.create(
        model="product", ding=product.pk, titel=GEHEIM, waar="Kosten", gemeente=product.gemeente
    )
    Doel.objects.create(
        naam=GEHEIM, soort=DoelSoort.HTTP, bereik=product.gemeente.slug, adres=f"https://{GEHEIM}.example"
    )


@kanarie(models.LokaleVersie)
def lokale_versie(van: models.Gemeente) -> Model:
    versie = f.LokaleVersieFactory(
        gemeente=van, gepubliceerd=True, toelichting=f"{GEHEIM} balie", wijkt_af={"kosten": f"{GEHEIM} pin"}
    )
    models.Spoedvoorstel.objects.create(
        versie=versie,
        veld="kosten",
        wijze="vervangen",
        eigen=f"{GEHEIM} pin",
        tekst=f"{GEHEIM} voorstel",
        besluit="volgen",
        tekstversie=versie.product.tekstversies.first(),
    )
    versie.toelichting = f"{GEHEIM} loket"
    versie.save_revision()
    return models.LokaleVersie.objects.get(pk=versie.pk)


@kanarie(models.Gegeven)
def gegeven(van: models.Gemeente) -> Model:
    return f.GegevenFactory(
        gemeente=van, sleutel=GEHEIM, soort="tekst", waarde=f"{GEHEIM} waarde", intern=True
    )


@kanarie(models.Tarief)
def tarief(van: models.Gemeente) -> Model:
    return f.TariefFactory(gemeente=van, sleutel=GEHEIM, groep=GEHEIM, omschrijving=f"{GEHEIM} tarief")


@kanarie(models.Contactpunt)
def contactpunt(van: models.Gemeente) -> Model:
    return f.ContactpuntFactory(gemeente=van, sleutel=GEHEIM, naam=f"{GEHEIM} loket")


@kanarie(models.Locatie)
def locatie(van: models.Gemeente) -> Model:
    return f.LocatieFactory(gemeente=van, sleutel=GEHEIM, naam=f"{GEHEIM} huis")


@kanarie(models.Mededeling)
def mededeling(van: models.Gemeente) -> Model:
    return f.MededelingFactory(gemeenten=[van], sleutel=GEHEIM, tekst=f"{GEHEIM} dicht")


@kanarie(models.Synoniem)
def synoniem(van: models.Gemeente) -> Model:
    return f.SynoniemFactory(gemeente=van, woorden=[GEHEIM, "geheim"], reden=f"{GEHEIM} zegt men")


@kanarie(models.Feitencheck)
def feitencheck(van: models.Gemeente) -> Model:
    check = f.FeitencheckFactory(gemeente=van, aan=f"{GEHEIM} dienst", bericht=f"{GEHEIM} vraag")
    f.FeitenantwoordFactory(feitencheck=check, opmerking=f"{GEHEIM} klopt niet")
    return models.Feitencheck.objects.get(pk=check.pk)


@kanarie(models.Regiovoorstel)
def regiovoorstel(van: models.Gemeente) -> Model:
    return f.RegiovoorstelFactory(gemeente=van, tekst=f"{GEHEIM} tekst", reden=f"{GEHEIM} reden")


@kanarie(models.Lidmaatschap)
def lidmaatschap(van: models.Gemeente) -> Model:
    wie = f.GebruikerFactory(username=f"{GEHEIM}-lid", last_name=GEHEIM)
    return f.LidmaatschapFactory(gemeente=van, gebruiker=wie, rol="redacteur")


@kanarie(models.Vervanging)
def vervanging(van: models.Gemeente) -> Model:
    wie = [f.GebruikerFactory(username=f"{GEHEIM}-{naam}", last_name=GEHEIM) for naam in ("weg", "voor")]
    vandaag = timezone.localdate()
    return models.Vervanging.objects.create(afwezig=wie[0], vervanger=wie[1], van=vandaag, tot=vandaag)


@kanarie(get_user_model())
def gebruiker(van: models.Gemeente) -> Model:
    return f.GebruikerFactory(username=f"{GEHEIM}-wie", last_name=GEHEIM, email=f"{GEHEIM}@gemeente.example")


@adressen
def lezers(dingen: dict[type[Model], Model]) -> Iterable[str]:
    """Of the readers' rooms: nothing here is published, so nothing of it may be read there."""
    sleutel = dingen[models.Product].sleutel
    yield from ("/api/v1/gemeenten/", "/api/v1/producten/?gemeente=sliedrecht", "/api/v1/publicaties/")
    yield from ("/gezond", "/metriek", "/redactie/terugblik/sliedrecht/2026-11-22T14.30/")
    yield f"/api/v1/producten/{sleutel}/?gemeente=sliedrecht"
    yield from ("/feitencheck/verzonnen/", f"/feitencheck/verzonnen/{sleutel}/")
    yield from ("/balie/", "/balie/sliedrecht/", f"/balie/sliedrecht/{sleutel}/", "/balie/dordrecht/")


@adressen
def links(dingen: dict[type[Model], Model]) -> Iterable[str]:
    yield f"{reverse(LINKS)}?wat=alles"
    yield reverse(LINK_OPNIEUW, args=[Webadres.objects.get(site=GEHEIM).pk])


@adressen
def doelen(dingen: dict[type[Model], Model]) -> Iterable[str]:
    pk = Doel.objects.get(naam=GEHEIM).pk
    yield from (reverse("antwoord_doelen"), reverse("antwoord_doel_nieuw"))
    namen = ("antwoord_doel", "antwoord_doel_doen", "antwoord_doel_adres", "antwoord_doel_instelling")
    yield from (reverse(naam, args=[pk]) for naam in namen)


@adressen
def publicatiebord(dingen: dict[type[Model], Model]) -> Iterable[str]:
    """What was published of the victim, and what an administrator did about it."""
    rij = Publicatie.objects.get(titel=GEHEIM)
    een = [rij.bereik, rij.documentsoort, rij.sleutel]
    yield from (reverse("antwoord_publicatie"), reverse("antwoord_publicatie_gemeente", args=[rij.bereik]))
    yield from (
        reverse(naam, args=een) for naam in ("antwoord_publicatie_tekst", "antwoord_publicatie_tekst_doen")
    )
    yield reverse("antwoord_live", args=[rij.sleutel])
    yield from (reverse("antwoord_pauzes"), reverse("antwoord_intrekkingen"))
    yield reverse("antwoord_intrekken", args=[dingen[models.Product].sleutel])
    yield reverse("antwoord_pauze_hervat", args=[Pauze.objects.get(reden=GEHEIM).pk])
    yield reverse("antwoord_intrekking", args=[Intrekking.objects.get(titel=GEHEIM).pk])


def slachtoffers(van: models.Gemeente) -> dict[type[Model], Model]:
    """One object of each kind, with a workflow going on where there can be one."""
    dingen = {model: maak(van) for model, maak in KANARIES.items()}
    indiener = f.GebruikerFactory(rol="redacteur", gemeente=van)
    for ding in dingen.values():
        if isinstance(ding, WorkflowMixin):
            ding.get_latest_revision_as_object().save_revision(user=indiener)
            ding.get_workflow().start(type(ding).objects.get(pk=ding.pk), indiener)
    return dingen
