"""Walks every address of the CMS as somebody who may see nothing of the victim.

A viewset is registered with three lines: `@kanarie` above a function that makes an object of the victim with the
secret in its texts. Addresses of another room come in with `@adressen`. `test_buitenstaander.py` fails when a
viewset of the CMS is in neither list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import RevisionMixin, WorkflowMixin, WorkflowState

from redactie import models
from sync.links.oordeel import Linkstand
from sync.links.scherm import LIJST as LINKS
from sync.links.scherm import OPNIEUW as LINK_OPNIEUW
from sync.models import Doel, DoelSoort, Webadres
from tests import factories as f
from tests.tabellen import rijen_per_tabel

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
    return models.Product.objects.get(pk=live.pk)


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
    yield from (reverse("antwoord_doel", args=[pk]), reverse("antwoord_doel_doen", args=[pk]))


@dataclass(frozen=True)
class Adres:
    pad: str
    naam: str
    model: type[Model] | None


def slachtoffers(van: models.Gemeente) -> dict[type[Model], Model]:
    """One object of each kind, with a workflow going on where there can be one."""
    dingen = {model: maak(van) for model, maak in KANARIES.items()}
    indiener = f.GebruikerFactory(rol="redacteur", gemeente=van)
    for ding in dingen.values():
        if isinstance(ding, WorkflowMixin):
            ding.get_latest_revision_as_object().save_revision(user=indiener)
            ding.get_workflow().start(type(ding).objects.get(pk=ding.pk), indiener)
    return dingen


def alle_adressen(dingen: dict[type[Model], Model], publiek: dict[type[Model], Model]) -> Iterator[Adres]:
    """Every pattern of the CMS, filled in with the victim of its model, and the addresses of other rooms."""
    for patroon, naam in _patronen(get_resolver()):
        if not patroon.startswith("redactie/") or _overslaan(patroon, naam):
            continue
        model = _model_van(naam)
        ding = dingen.get(model) or publiek.get(model) if model is not None else None
        for pad in _ingevuld(patroon, ding, dingen):
            yield Adres(pad, naam, model)
    for andere in ANDERE_ADRESSEN:
        for pad in andere(dingen):
            yield Adres(pad, "", None)


def _patronen(resolver: URLResolver, voor: str = "", ruimte: str = "") -> Iterator[tuple[str, str]]:
    for deel in resolver.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _patronen(deel, voor + str(deel.pattern), deel.namespace or ruimte)
        else:
            yield voor + str(deel.pattern), f"{ruimte}:{deel.name or ''}"


def _overslaan(patroon: str, naam: str) -> bool:
    # Signing out ends the walk; the closed prefixes and the 404 at the end have no pattern to fill in.
    return naam.endswith(":wagtailadmin_logout") or "^" in patroon.removeprefix("redactie/")[:1]


_NAAMRUIMTE = re.compile(r"wagtailsnippet(?:s|choosers)_redactie_(\w+):")


def _model_van(naam: str) -> type[Model] | None:
    gevonden = _NAAMRUIMTE.match(naam)
    if gevonden:
        return apps.get_model("redactie", gevonden[1])
    return get_user_model() if naam.startswith("wagtailusers_users:") else None


def _ingevuld(patroon: str, ding: Model | None, dingen: dict[type[Model], Model]) -> Iterator[str]:
    pad = "/" + patroon.replace("^", "").replace("$", "").replace("\\.", ".").replace("\\d+", "d")
    if "app_label" in pad or "object_id" in pad:
        for model, lid in dingen.items():
            yield _vul(pad, lid, model)
    else:
        yield _vul(pad, ding, type(ding) if ding is not None else None)


def _vul(pad: str, ding: Model | None, model: type[Model] | None) -> str:
    waarden = {"pk": "1", "revision_id": "1", "task_state_id": "1", "workflow_state_id": "1", "task_id": "1"}
    waarden |= {"action_name": "approve", "action": "delete", "session_id": "1", "revision_id_a": "earliest"}
    waarden |= {"revision_id_b": "latest", "app_label": "redactie", "model_name": "product", "object_id": "1"}
    if ding is not None and model is not None:
        waarden |= {"pk": str(ding.pk), "object_id": str(ding.pk), "model_name": model._meta.model_name}
        waarden["app_label"] = model._meta.app_label
    waarden |= {"veld": "kosten", "tekstversie": "1", "antwoord": "1"}
    if isinstance(ding, models.Product):
        waarden["tekstversie"] = str(ding.tekstversies.get(verwerkt=False).pk)
        waarden["spoed"] = str(ding.spoedpublicaties.get().pk)
    if isinstance(ding, models.LokaleVersie):
        waarden["voorstel"] = str(ding.spoedvoorstellen.get().pk)
    if isinstance(ding, models.Feitencheck):
        waarden["antwoord"] = str(ding.antwoorden.get().pk)
    if isinstance(ding, RevisionMixin):
        waarden["revision_id"] = str(ding.revisions.order_by("pk").last().pk)
    if isinstance(ding, WorkflowMixin):
        staat = WorkflowState.objects.for_instance(ding).get()
        waarden |= {"workflow_state_id": str(staat.pk), "task_state_id": str(staat.current_task_state_id)}
        waarden["task_id"] = str(staat.current_task_state.task_id)
    pad = re.sub(r"\(\?P<(\w+)>[^()]*\)", lambda m: waarden.get(m[1], "1"), pad)
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda m: waarden.get(m[1], "1"), pad)


# What a visit may change of itself: who is looking, and what they are in the middle of.
EIGEN_SPOREN = frozenset(
    {
        "django_session",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailusers_userprofile",
        "auth_user",
    }
)


def stand_van_zaken() -> dict[str, list[tuple]]:
    """Every row of every table that keeps something of somebody; accounts without their last sign-in."""
    stand = rijen_per_tabel(behalve=EIGEN_SPOREN)
    stand["accounts"] = sorted(
        get_user_model().objects.values_list(
            "pk", "username", "last_name", "is_active", "is_superuser", "email"
        )
    )
    return stand


class _Velden(HTMLParser):
    """The fields of the editing form with what stands in them: what an insider would post."""

    def __init__(self) -> None:
        super().__init__()
        self.gegevens: dict[str, list[str]] = {}
        self._veld = self._tekst = ""
        self._keuze: str | None = None
        self._in_formulier = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self._in_formulier = "data-edit-form" in a
        if not self._in_formulier:
            return
        naam = a.get("name", "")
        if tag == "input" and naam and (a.get("type") not in ("checkbox", "radio") or "checked" in a):
            self.gegevens.setdefault(naam, []).append(
                a.get("value", "on" if a.get("type") == "checkbox" else "")
            )
        elif tag == "textarea":
            self._veld, self._tekst = naam, ""
        elif tag == "select":
            self._keuze = naam
        elif tag == "option" and self._keuze and "selected" in a:
            self.gegevens.setdefault(self._keuze, []).append(a.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._veld:
            self._tekst += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._veld:
            # The parser of a browser drops the first line end of a textarea; so does a form.
            self.gegevens.setdefault(self._veld, []).append(
                self._tekst.removeprefix("\r\n").removeprefix("\n")
            )
            self._veld = ""
        elif tag == "select":
            self._keuze = None
        elif tag == "form":
            self._in_formulier = False


def formulier_van(html: str) -> dict[str, Any]:
    lezer = _Velden()
    lezer.feed(html)
    return lezer.gegevens
