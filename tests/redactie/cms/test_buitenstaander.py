"""The outsider test: every address of the CMS, GET and POST, as somebody of another municipality and as nobody.

No secret may appear and nothing may change. A new viewset must be registered in `slachtoffers.py`.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.models import Revision

from redactie import models
from redactie.keuzes import Rol
from redactie.rechten.lidmaatschap import neem_rol_af
from redactie.rechten.policy import modellen
from tests import factories as f
from tests.redactie.cms.formulierlezer import formulier_van
from tests.redactie.cms.slachtoffers import GEHEIM, KANARIES, ZONDER_FORMULIER, ZONDER_GEHEIM, slachtoffers
from tests.redactie.cms.wandeling import Adres, alle_adressen, stand_van_zaken

pytestmark = pytest.mark.django_db

EIGEN_VAN_WAGTAIL = {
    "wagtailusers_groups",
    "wagtailsites",
    "wagtailimages_chooser",
    "wagtaildocs_chooser",
    "pages",
}
"""Viewsets that Wagtail registers itself; closed in redactie/cms/gesloten.py, and walked all the same."""

BUITENSTAANDERS = {
    "publicist van een andere gemeente": lambda: f.GebruikerFactory(
        rol=Rol.PUBLICIST, gemeente=f.GemeenteFactory(slug="dordrecht")
    ),
    "kcc-redacteur van een andere gemeente": lambda: f.GebruikerFactory(
        rol=Rol.KCC_REDACTEUR, gemeente=f.GemeenteFactory(slug="dordrecht")
    ),
    "redacteur van een andere gemeente": lambda: f.GebruikerFactory(
        rol=Rol.REDACTEUR, gemeente=f.GemeenteFactory(slug="dordrecht")
    ),
    "kcc-medewerker": lambda: f.GebruikerFactory(rol=Rol.KCC),
    "lezer aan de balie": lambda: f.GebruikerFactory(
        rol=Rol.LEZER, gemeente=f.GemeenteFactory(slug="dordrecht")
    ),
    "wie hier tot gisteren werkte": lambda: _vertrokken(f.GemeenteFactory(slug="sliedrecht")),
    "iemand zonder rol": f.GebruikerFactory,
    "niemand": lambda: None,
}


VAN_BEHEER = (models.Lidmaatschap, models.Vervanging, get_user_model())
"""What only the administrator changes."""


def _vertrokken(gemeente: models.Gemeente) -> Any:
    """Publicist of the victim itself; the role goes after signing in (`client_van`)."""
    wie = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=gemeente)
    wie.vertrekt = True
    return wie


@pytest.fixture
def dingen(sliedrecht) -> dict[type[Model], Model]:
    return slachtoffers(sliedrecht)


@pytest.fixture
def publiek() -> dict[type[Model], Model]:
    return {
        models.Thema: f.ThemaFactory(),
        models.UplNaam: f.UplNaamFactory(),
        models.Regio: f.RegioFactory(),
        models.Gemeente: f.GemeenteFactory(slug="papendrecht"),
        models.Beantwoording: f.BeantwoordingFactory(),
    }


def client_van(gebruiker: Any) -> Client:
    client = Client(raise_request_exception=False)
    if gebruiker is not None:
        client.force_login(gebruiker)
        if getattr(gebruiker, "vertrekt", False):
            neem_rol_af(lidmaatschap=gebruiker.lidmaatschappen.get())
    return client


def bewerkadres(ding: Model) -> str:
    if isinstance(ding, get_user_model()):
        return reverse("wagtailusers_users:edit", args=[ding.pk])
    return reverse(ding.snippet_viewset.get_url_name("edit"), args=[ding.pk])


@pytest.fixture
def gevuld(dingen, sliedrecht) -> dict[type[Model], dict[str, Any]]:
    """Per model the form of an insider, filled in: what a POST of an outsider would need to succeed."""
    binnen = client_van(f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht))
    beheer = client_van(f.GebruikerFactory(rol=Rol.BEHEERDER))
    formulieren = {}
    for model, ding in dingen.items():
        client = beheer if model in VAN_BEHEER else binnen
        if model is models.Synoniem:
            client = client_van(f.GebruikerFactory(rol=Rol.KCC_REDACTEUR, gemeente=sliedrecht))
        antwoord = client.get(bewerkadres(ding))
        assert antwoord.status_code == 200, (model, antwoord.status_code)
        assert GEHEIM in antwoord.content.decode(), (
            f"the control sees no secret in {model}: this proves nothing"
        )
        formulieren[model] = formulier_van(antwoord.content.decode())
        assert formulieren[model] or model in ZONDER_FORMULIER, model
    return formulieren


def inhoud_van(antwoord: Any) -> str:
    bytes_ = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    if bytes_.startswith(b"PK"):
        # A workbook is a zip: what stands in it is read, not its packing.
        with ZipFile(BytesIO(bytes_)) as blad:
            bytes_ = b"".join(blad.read(naam) for naam in blad.namelist())
    return bytes_.decode("utf-8", "replace") + str(antwoord.headers)


def _mag_in_de_redactie(gebruiker: Any) -> bool:
    # Read anew: a user object remembers its permissions.
    return bool(type(gebruiker).objects.get(pk=gebruiker.pk).has_perm("wagtailadmin.access_admin"))


LIJSTEN = ("list", "results", "index", "choose", "history", "usage")
RAPPORTEN = ("antwoord_logboek", "antwoord_logboek_resultaten")
MET_FORMULIER = ("add", "edit", "revisions_revert")


def bezoeken(
    adres: Adres, ding: Model | None, formulier: dict[str, Any], *, binnen: bool = True
) -> list[tuple[str, str, dict[str, Any]]]:
    """How to knock on one address: look, search, export, choose, post what an insider would post.

    Whoever may not enter the CMS at all (`binnen`) looks once and posts once.
    """
    # The secret itself is never sent: wherever it appears, it leaked.
    wel = {naam: [w.replace(GEHEIM, "overschreven") for w in waarden] for naam, waarden in formulier.items()}
    wel |= {"action-publish": "1", "besluit": "volgen", "klasse": "cosmetisch"}
    pk = ding.pk if ding is not None else 1
    alles = (
        "&" if "?" in adres.pad else "?"
    ) + f"id={pk}&multiple=1&veld=kosten&product={pk}&mode=balie|sliedrecht&q={GEHEIM[:8]}&ordering=pk"
    wat = adres.naam.partition(":")[2]
    bezoek = [("get", adres.pad, {}), ("post", adres.pad + alles, {"data": wel})]
    if not binnen:
        return bezoek
    bezoek.append(("get", adres.pad + alles, {}))
    if wat.endswith(LIJSTEN) or wat in RAPPORTEN:
        bezoek += [("get", f"{adres.pad}?export={soort}", {}) for soort in ("csv", "xlsx")]
    if wat in MET_FORMULIER:
        bezoek.append(("post", adres.pad, {"data": wel, "headers": {"accept": "application/json"}}))
    return bezoek


@pytest.mark.traag
@pytest.mark.parametrize("wie", BUITENSTAANDERS)
def test_een_buitenstaander_ziet_niets_en_verandert_niets(wie, dingen, publiek, gevuld) -> None:
    gebruiker = BUITENSTAANDERS[wie]()
    client = client_van(gebruiker)
    binnen = gebruiker is not None and _mag_in_de_redactie(gebruiker)
    voor, gelekt, gevallen = stand_van_zaken(), [], []
    adressen = list(alle_adressen(dingen, publiek))
    for adres in adressen:
        ding = dingen.get(adres.model) if adres.model is not None else None
        for methode, pad, extra in bezoeken(adres, ding, gevuld.get(adres.model, {}), binnen=binnen):
            antwoord = getattr(client, methode)(pad, **extra)
            if GEHEIM in inhoud_van(antwoord):
                gelekt.append(f"{methode} {pad} ({antwoord.status_code})")
            if antwoord.status_code >= 500:
                gevallen.append(f"{methode} {pad} ({antwoord.status_code})")
    assert not gelekt, "\n".join(gelekt)
    na = stand_van_zaken()
    assert {tabel for tabel in na if na[tabel] != voor.get(tabel)} == set()
    assert not gevallen, "\n".join(gevallen)
    assert len(adressen) > 300


@pytest.mark.traag
def test_zonder_wacht_merkt_de_wandeling_de_lekken(dingen, publiek, gevuld, monkeypatch) -> None:
    """The control: a walk that never finds anything would prove nothing."""
    monkeypatch.setattr("redactie.cms.wacht.eis", lambda *args: None)
    client, voor = client_van(BUITENSTAANDERS["publicist van een andere gemeente"]()), stand_van_zaken()
    bezoek = [
        (adres, *stap)
        for adres in alle_adressen(dingen, publiek)
        if adres.model in (models.LokaleVersie, models.Tarief)
        for stap in bezoeken(adres, dingen[adres.model], gevuld[adres.model])
    ]
    lekken = set()
    # Looking first: what a POST deletes cannot be looked at.
    for adres, methode, pad, extra in sorted(bezoek, key=lambda stap: stap[1] == "post"):
        if GEHEIM in inhoud_van(getattr(client, methode)(pad, **extra)):
            lekken.add(adres.naam.partition(":")[2])
    assert {"edit", "history", "revisions_compare", "usage", "delete"} <= lekken
    assert stand_van_zaken()["redactie_tarief"] != voor["redactie_tarief"]


def naam_van(viewset: Any) -> str:
    # The viewset of pages has no name of its own.
    return viewset.url_namespace if viewset.name else "pages"


def test_elke_viewset_loopt_mee_in_de_wandeling() -> None:
    van_ons = {viewset.model for viewset in viewsets.viewsets if getattr(viewset, "model", None) is not None}
    bekend = set(KANARIES) | set(ZONDER_GEHEIM)
    vreemd = {
        naam_van(viewset) for viewset in viewsets.viewsets if getattr(viewset, "model", None) not in bekend
    }
    vreemd -= EIGEN_VAN_WAGTAIL
    assert vreemd == set(), "register these viewsets in tests/redactie/cms/slachtoffers.py"
    assert set(modellen()) <= van_ons & bekend


def test_elk_scherm_van_ons_draagt_de_wacht() -> None:
    from redactie.cms.wacht import Bewaakt

    zonder = [
        viewset.url_namespace
        for viewset in viewsets.viewsets
        if getattr(viewset, "model", None) in {*KANARIES, *ZONDER_GEHEIM} and not isinstance(viewset, Bewaakt)
    ]
    assert zonder == []


def test_de_controle_een_binnenstaander_kan_met_hetzelfde_formulier_wel_opslaan(
    dingen, gevuld, sliedrecht
) -> None:
    binnen = client_van(f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht))
    for model in (models.Gegeven, models.Tarief, models.Contactpunt, models.Locatie, models.Mededeling):
        antwoord = binnen.post(bewerkadres(dingen[model]), gevuld[model])
        assert antwoord.status_code == 302, (model, antwoord.context and antwoord.context["form"].errors)
    for model in (models.Product, models.LokaleVersie):
        voor = Revision.objects.filter(content_type=ContentType.objects.get_for_model(model)).count()
        antwoord = binnen.post(bewerkadres(dingen[model]), gevuld[model])
        assert antwoord.status_code == 302, (model, antwoord.context and antwoord.context["form"].errors)
        assert (
            Revision.objects.filter(content_type=ContentType.objects.get_for_model(model)).count() == voor + 1
        )
