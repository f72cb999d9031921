"""Straight to where a text of the desk is changed: an address that leads to the field, the fact or the contact point.

Others know a text by bereik, key and place, and not by the rows of this room; this finds the row. Whoever may not
change it gets a 404, as everywhere.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from redactie.bronnen import REGIO
from redactie.cms.wacht import eis
from redactie.models import Contactpunt, Gegeven, Gemeente, LokaleVersie, Product, Tarief
from redactie.tokens import TokenSoort
from redactie.veld import Veld

NAAM = "antwoord_naar_veld"
RUIMTE = "wagtailsnippets_redactie_"


@require_safe
def naar_veld(request: HttpRequest, bereik: str, sleutel: str, plek: str) -> HttpResponse:
    """`?feit=tarief:…`: it is about this fact of the municipality, unless it has a text of its own there."""
    product = Product.objects.filter(sleutel=sleutel).first()
    gemeente = Gemeente.objects.filter(slug=bereik).first()
    if product is None or (gemeente is None and bereik != REGIO):
        raise Http404
    if plek == "contactpunt":
        return _naar_contactpunt(request, product, gemeente)
    if gemeente is None or product.gemeente_id is not None:
        eis(request.user, "change", Product, product.pk)
        return _naar("product", "edit", product.pk, anker=f"id_{plek}" if plek in set(Veld) else "")
    versie = LokaleVersie.objects.filter(product=product, gemeente=gemeente).first()
    rij = _rij(versie, plek) if versie is not None else None
    if rij is None and (feit := _feit(request.GET.get("feit", ""), gemeente)) is not None:
        eis(request.user, "change", type(feit), feit.pk)
        return _naar(type(feit)._meta.model_name, "edit", feit.pk)
    if versie is None:
        eis(request.user, "add", LokaleVersie)
        return HttpResponseRedirect(
            f"{reverse(f'{RUIMTE}lokaleversie:add')}?{urlencode({'product': product.pk})}"
        )
    eis(request.user, "change", LokaleVersie, versie.pk)
    return _naar(
        "lokaleversie", "edit", versie.pk, anker=f"id_afwijkingen-{rij}-tekst" if rij is not None else ""
    )


def _rij(versie: LokaleVersie, plek: str) -> int | None:
    """The number of the row about this field on the screen of the local version, which shows the draft."""
    afwijkingen = versie.get_latest_revision_as_object().afwijkingen.all()
    return next((nummer for nummer, lid in enumerate(afwijkingen) if lid.veld == plek), None)


def _feit(token: str, gemeente: Gemeente) -> Tarief | Gegeven | None:
    """The newest row of a fact of this municipality."""
    soort, _, sleutel = token.partition(":")
    match soort:
        case TokenSoort.TARIEF:
            rijen = Tarief.objects.filter(sleutel=sleutel)
        case TokenSoort.TARIEVEN:
            rijen = Tarief.objects.filter(groep=sleutel)
        case TokenSoort.GEGEVEN:
            return Gegeven.objects.filter(sleutel=sleutel, gemeente=gemeente).order_by("-pk").first()
        case _:
            return None
    return rijen.filter(gemeente=gemeente).order_by("-geldig_van", "pk").first()


def _naar_contactpunt(request: HttpRequest, product: Product, gemeente: Gemeente | None) -> HttpResponse:
    versie = LokaleVersie.objects.filter(product=product, gemeente=gemeente).first() if gemeente else None
    punt = (versie.behandelaar if versie is not None else None) or product.behandelaar
    if punt is None:
        eis(request.user, "view", Contactpunt)
        return HttpResponseRedirect(reverse(f"{RUIMTE}contactpunt:list"))
    eigen = Contactpunt.objects.filter(sleutel=punt.sleutel, gemeente=gemeente).first() or punt
    eis(request.user, "change", Contactpunt, eigen.pk)
    return _naar("contactpunt", "edit", eigen.pk)


def _naar(model: str, wat: str, pk: object, anker: str = "") -> HttpResponseRedirect:
    adres = reverse(f"{RUIMTE}{model}:{wat}", args=[pk])
    return HttpResponseRedirect(f"{adres}#{anker}" if anker else adres)


def adressen() -> list[URLPattern]:
    return [path("naar/<slug:bereik>/<slug:sleutel>/<slug:plek>/", naar_veld, name=NAAM)]
