"""The live preview: what a draft would give in one municipality on one day, on the website and at the desk.

A mode reads `publiek`, `publiek|sliedrecht` or `balie|sliedrecht|2027-01-01`. Made like a publication is made, from
the draft instead of from what is live, and shown with the same partial templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.ui.side_panels import PreviewSidePanel

from redactie.baliekaart import Baliekaart, baliekaart
from redactie.bronnen import REGIO, GemeenteBron
from redactie.lezen import concept_bronnen, lees_bereiken
from redactie.models import Gemeente, LokaleVersie, Product
from redactie.oplossen import Alarm, oplossen
from redactie.periode import begin_van
from redactie.samenvoegen import samenvoegen
from redactie.weergave import balie_weergave, publieke_weergave

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "frame-ancestors 'self'; form-action 'none'; base-uri 'none'",
    "X-Frame-Options": "SAMEORIGIN",
}
MODI = [("publiek", "Website"), ("balie", "Balie")]


@dataclass(frozen=True, slots=True)
class Voorbeeldwens:
    """What somebody wants to see; an unknown part falls back to the website, the region, now."""

    wijze: str
    bereik: str
    op: datetime

    @classmethod
    def uit(cls, modus: str) -> Voorbeeldwens:
        wijze, bereik, dag = [*modus.split("|"), "", ""][:3]
        try:
            datum = date.fromisoformat(dag)
        except ValueError:
            datum = None
        nu = timezone.now()
        op = begin_van(datum) if datum is not None and datum != timezone.localdate(nu) else nu
        return cls(wijze if wijze == "balie" else "publiek", bereik or REGIO, op)


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """`publiek` None: nothing would be published there."""

    bereik: GemeenteBron
    op: datetime
    publiek: dict[str, Any] | None = None
    kaart: Baliekaart | None = None
    alarmen: tuple[Alarm, ...] = ()


def maak_voorbeeld(ding: Product | LokaleVersie, wens: Voorbeeldwens) -> Voorbeeld:
    """A local version is previewed in its own municipality, whatever was asked."""
    versie = ding if isinstance(ding, LokaleVersie) else None
    product = ding if versie is None else versie.product
    eigen = ding.gemeente.slug if ding.gemeente is not None else None
    bereiken = lees_bereiken()
    bereik = bereiken.get(eigen or wens.bereik) or bereiken[REGIO]
    bronnen = concept_bronnen(product, versie)
    samengesteld = samenvoegen(bronnen.centraal, bronnen.laag(bereik.slug), wens.op)
    if samengesteld is None:
        return Voorbeeld(bereik, wens.op)
    opgelost = oplossen(samengesteld, bronnen.feiten(bereik), wens.op)
    publiek = publieke_weergave(opgelost).als_json()
    kaart = baliekaart(publiek, balie_weergave(opgelost).als_json(), intern=True, gemeente=bereik.naam)
    return Voorbeeld(bereik, wens.op, publiek, kaart, tuple(opgelost.alarmen))


def toon(ding: Product | LokaleVersie, request: HttpRequest, modus: str) -> TemplateResponse:
    """For `serve_preview`."""
    wens = Voorbeeldwens.uit(modus or "")
    voorbeeld = maak_voorbeeld(ding, wens)
    context = {"voorbeeld": voorbeeld, "publiek": voorbeeld.publiek, "kaart": voorbeeld.kaart}
    context["stijlbladen"] = _stijlbladen(wens.wijze, voorbeeld.bereik.slug)
    # Wagtail asks for this page as if it stood at "/", where the policy of the websites forbids frames.
    return TemplateResponse(request, f"redactie/voorbeeld/{wens.wijze}.html", context, headers=HEADERS)


def _stijlbladen(wijze: str, slug: str) -> list[str]:
    """Addresses of the style sheets that are there: a municipality may have none of its own."""
    if wijze == "balie":
        return _adressen("kennisbank/balie/balie.css", "kennisbank/balie/kaart.css")
    bladen = ["nlds/componenten.css", "kennisbank/basis.css", "kennisbank/website/website.css"]
    gemeente = Gemeente.objects.filter(slug=slug).first()
    if gemeente is not None:
        bladen.append(f"kennisbank/website/thema/{gemeente.thema or gemeente.slug}.css")
    return _adressen(*bladen)


def _adressen(*namen: str) -> list[str]:
    adressen = []
    for naam in namen:
        try:
            adressen.append(staticfiles_storage.url(naam))
        except ValueError:
            # The manifest knows no such file: this installation was built without it.
            continue
    return adressen


class VoorbeeldPaneel(PreviewSidePanel):
    """Wagtail's panel with a choice of municipality and day above it."""

    template_name = "redactie/voorbeeld/paneel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        eigen = getattr(self.object, "gemeente", None)
        keuzes = [(eigen.slug, eigen.naam)] if eigen is not None else [(REGIO, "de regio")]
        if eigen is None and isinstance(self.object, Product):
            keuzes += [
                (gemeente.slug, gemeente.naam) for gemeente in Gemeente.objects.deelnemend(timezone.now())
            ]
        return {**context, "gemeenten": keuzes, "vandaag": timezone.localdate()}
