"""The list of links to other sites: what does not work any more or has moved, since when, and in which texts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from redactie.cms.kolommen import dag
from redactie.geteld import geteld
from redactie.models import Gemeente
from sync.links.lijst import TE_DOEN, adressen, bewerkscherm, gevonden, met_plaatsen
from sync.links.oordeel import Linkstand
from sync.models import Webadres
from sync.schermen import zichtbare_bereiken

LIJST = "antwoord_weblinks"
OPNIEUW = "antwoord_weblink_opnieuw"
PER_PAGINA = 25
KEUZES = {"": "wat te doen is", **{lid.value: lid.label.lower() for lid in Linkstand}, "alles": "alle links"}
NADRUK = {
    Linkstand.STUK: "fout",
    Linkstand.VERHUISD: "let-op",
    Linkstand.HAPERT: "let-op",
    Linkstand.GOED: "live",
}


@require_safe
def weblinks(request: HttpRequest) -> HttpResponse:
    wat, woorden = request.GET.get("wat", ""), request.GET.get("q", "").strip()[:100]
    eigenaars = _eigenaars(request.user)
    van = request.GET.get("van", "") if request.GET.get("van") in eigenaars else ""
    bladen = Paginator(gevonden(request.user, standen=_standen(wat), woorden=woorden, van=van), PER_PAGINA)
    blad = bladen.get_page(request.GET.get("p"))
    rijen = list(blad)
    met_plaatsen(rijen, request.user)
    filters = {"wat": wat if wat in KEUZES else "", "q": woorden, "van": van}
    context = {
        "rijen": [_rij(rij) for rij in rijen],
        "blad": blad,
        "aantal": bladen.count,
        "wat": filters["wat"],
        "q": woorden,
        "van": van,
        "keuzes": KEUZES.items(),
        "eigenaars": eigenaars.items(),
        "filters": urlencode({naam: waarde for naam, waarde in filters.items() if waarde}),
        "staat_uit": not settings.ANTWOORD_LINKCONTROLE,
    }
    return render(request, "sync/weblinks.html", context)


@require_POST
def opnieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask this address again, before its time. Only for whoever may mend one of its places."""
    rij = adressen(request.user, "change").filter(pk=pk).first()
    if rij is None:
        raise Http404
    Webadres.objects.filter(pk=rij.pk).update(volgende_op=timezone.now())
    messages.success(request, f"{rij.adres} wordt zo opnieuw gevraagd. Kijk over een paar minuten weer.")
    return redirect(f"{reverse(LIJST)}?{request.POST.get('filters', '')[:300]}")


def _standen(wat: str) -> tuple[str, ...]:
    """An unknown word: what there is to do."""
    if wat == "alles":
        return tuple(lid.value for lid in Linkstand)
    return (wat,) if wat in set(Linkstand) else tuple(lid.value for lid in TE_DOEN)


def _eigenaars(user: Any) -> dict[str, str]:
    """Slug → name, the region first."""
    bereiken = zichtbare_bereiken(user)
    gemeenten = Gemeente.objects.all() if bereiken is None else Gemeente.objects.filter(slug__in=bereiken)
    return {"regio": "de regio", **dict(gemeenten.order_by("naam").values_list("slug", "naam"))}


def _rij(rij: Webadres) -> dict[str, Any]:
    stand = Linkstand(rij.stand)
    plekken = [
        {
            "tekst": str(plek),
            "van": plek.gemeente.naam if plek.gemeente is not None else "de regio",
            "adres": reverse(bewerkscherm(plek), args=[plek.ding]) if plek.te_bewerken else "",
        }
        for plek in rij.plekken
    ]
    return {
        "pk": rij.pk,
        "adres": rij.adres,
        "stand": stand.label.lower(),
        "nadruk": NADRUK.get(stand, ""),
        "melding": rij.melding,
        "naar": rij.naar,
        "sinds": dag(rij.fout_sinds),
        "goed_op": dag(rij.goed_op, "nooit"),
        "gevraagd_op": dag(rij.gevraagd_op, "nog niet"),
        "plekken": plekken,
        "mag": any(plek["adres"] for plek in plekken),
    }


def wachtzinnen(user: Any) -> list[dict[str, str]]:
    """Hook `antwoord_wachtzinnen`. 1 query."""
    aantal = adressen(user, "change").filter(stand__in=TE_DOEN).count()
    if not aantal:
        return []
    tekst = geteld(
        aantal,
        "1 link naar een andere site werkt niet meer of is verhuisd.",
        "{} links naar andere sites werken niet meer of zijn verhuisd.",
    )
    return [{"tekst": tekst, "knop": "Bekijk", "adres": reverse(LIJST)}]


def menu_item() -> MenuItem:
    return MenuItem("Links nakijken", reverse(LIJST), name="links-nakijken", icon_name="link", order=910)
