"""The screens of the publication board: all municipalities, the texts of one, and one text.

Everybody sees the own municipality, who works for the region all of them. Only an administrator does something.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from sync.bereiken import namen_van_bereiken
from sync.bord.dag import lees_dag
from sync.bord.dagkaart import dagkaart
from sync.bord.lezen import lees_bord
from sync.bord.tekst import eigen_velden, openbare_feiten, teksten_van, tekststanden
from sync.doelbeheer import DoelFout, vergelijk_nu
from sync.doelschermen import eis_beheer, mag_beheren
from sync.ketenproef import in_woorden
from sync.models import Documentsoort, Doel, Intrekking, Ketenproef, Publicatie, Uitgave
from sync.opnieuw import tekst_opnieuw
from sync.pauzeren import pauzes
from sync.schermen import zichtbare_bereiken
from sync.stand import aandachtspunten
from sync.verantwoording import verantwoord

BORD, GEMEENTE = "antwoord_publicatie", "antwoord_publicatie_gemeente"
TEKST, TEKST_DOEN = "antwoord_publicatie_tekst", "antwoord_publicatie_tekst_doen"
PER_BLAD = 50
MEESTE_PUNTEN = 50


@require_safe
def bord(request: HttpRequest) -> HttpResponse:
    """`?q=`: part of a name; `?wat=achter`: what is not live everywhere; `?p=`: the page."""
    bereiken = zichtbare_bereiken(request.user)
    zoek, alleen_achter, filters = _filters(request)
    uren = lees_dag(bereiken)
    punten = aandachtspunten(bereiken=bereiken, meest=MEESTE_PUNTEN + 1)
    context = {
        "bord": lees_bord(
            bereiken, zoek=zoek, alleen_achter=alleen_achter, bladnummer=request.GET.get("p", 1)
        ),
        "uren": uren,
        "dagkaart": mark_safe(dagkaart(uren)),  # noqa: S308  numbers and our own words, escaped by `tekenblad`
        "punten": punten[:MEESTE_PUNTEN],
        "meer_punten": len(punten) > MEESTE_PUNTEN,
        "q": zoek,
        "alleen_achter": alleen_achter,
        "filters": filters,
        "beheert": mag_beheren(request.user),
        "ketenproef": in_woorden(Ketenproef.lees(), timezone.now()),
    }
    return render(request, "sync/bord/bord.html", context)


@require_safe
def gemeente(request: HttpRequest, bereik: str) -> HttpResponse:
    """Every text of one bereik, and where it stands."""
    naam = _naam_van(request, bereik)
    zoek, alleen_achter, filters = _filters(request)
    gepauzeerd = pauzes()
    bladen = Paginator(teksten_van(bereik, gepauzeerd, zoek=zoek, alleen_achter=alleen_achter), PER_BLAD)
    blad = bladen.get_page(request.GET.get("p"))
    context = {
        "bereik": bereik,
        "naam": naam,
        "blad": blad,
        "teksten": tekststanden(blad, gepauzeerd),
        "q": zoek,
        "alleen_achter": alleen_achter,
        "filters": filters,
    }
    return render(request, "sync/bord/gemeente.html", context)


@require_safe
def tekst(request: HttpRequest, bereik: str, soort: str, sleutel: str) -> HttpResponse:
    """Which revisions, own text and facts made it, and what each place acknowledged when."""
    naam = _naam_van(request, bereik)
    rij = _publicatie(bereik, soort, sleutel)
    (stand,) = tekststanden([rij], pauzes())
    uitgave = Uitgave.objects.filter(publicatie=rij, versie=rij.versie).select_related("publicatie").first()
    nu = timezone.now()
    product, beheert = soort == Documentsoort.PRODUCT, mag_beheren(request.user)
    context = {
        "naam": naam,
        "rij": rij,
        "stand": stand,
        "uitgave": uitgave,
        "bij": verantwoord([uitgave], nu, request.user)[uitgave.pk] if uitgave is not None else None,
        "anders": eigen_velden(rij),
        "feiten": openbare_feiten(uitgave.bronnen) if uitgave is not None else [],
        "beheert": beheert,
        "toen": f"{reverse('antwoord_terugblik')}?{_nu_als_vraag(bereik)}",
        # A receipt is for administrators alone, and the text of one municipality has no page of the region.
        "intrekkingen": Intrekking.objects.filter(sleutel=sleutel)[:5] if product and beheert else [],
        "product": product,
    }
    return render(request, "sync/bord/tekst.html", context)


@require_POST
def tekst_doen(request: HttpRequest, bereik: str, soort: str, sleutel: str) -> HttpResponse:
    """One of the buttons: `opnieuw`, or `vergelijk` with the number of a target."""
    eis_beheer(request)
    rij = _publicatie(bereik, soort, sleutel)
    doen = request.POST.get("doen", "")
    if doen == "opnieuw":
        tekst_opnieuw(rij, timezone.now())
        messages.success(request, _opnieuw_in_woorden(rij))
    elif doen == "vergelijk":
        doel = get_object_or_404(Doel, pk=_getal(request.POST.get("doel", "")))
        _vergelijk(request, doel)
    else:
        raise Http404
    return redirect(TEKST, bereik, soort, sleutel)


def _opnieuw_in_woorden(rij: Publicatie) -> str:
    if pauzes().van(rij.bereik) is not None:
        return (
            "De publicatie is gepauzeerd: de tekst wordt pas na de pauze opnieuw gemaakt. "
            "Wat er al is, wordt opnieuw aangeboden, maar niet bij een doel dat stilstaat."
        )
    return "De tekst wordt opnieuw gemaakt en aangeboden, maar niet bij een doel dat stilstaat."


def _vergelijk(request: HttpRequest, doel: Doel) -> None:
    naam = "De zoekindex" if doel.wil_intern else doel.naam
    try:
        vergelijk_nu(doel=doel)
    except DoelFout as fout:
        messages.error(request, f"{naam}: {fout}")
    else:
        messages.success(request, f"{naam} wordt vergeleken zodra er niets meer voor wacht. Kijk zo weer.")


def _naam_van(request: HttpRequest, bereik: str) -> str:
    """Http404 for what is not theirs; also of a municipality that is gone, for who sees everything."""
    mag = zichtbare_bereiken(request.user)
    namen = namen_van_bereiken()
    if mag is not None and bereik not in mag:
        raise Http404
    if bereik not in namen and not Publicatie.objects.filter(bereik=bereik).exists():
        raise Http404
    return namen.get(bereik, bereik)


def _publicatie(bereik: str, soort: str, sleutel: str) -> Publicatie:
    return get_object_or_404(Publicatie, bereik=bereik, documentsoort=soort, sleutel=sleutel)


def _filters(request: HttpRequest) -> tuple[str, bool, str]:
    """What is looked for, whether only what is behind, and both as they stand in an address."""
    # PostgreSQL takes no NUL in a text.
    zoek = request.GET.get("q", "").replace("\0", " ").strip()[:100]
    alleen_achter = request.GET.get("wat") == "achter"
    gekozen: dict[str, Any] = {"q": zoek, "wat": "achter" if alleen_achter else ""}
    return zoek, alleen_achter, urlencode({naam: waarde for naam, waarde in gekozen.items() if waarde})


def _nu_als_vraag(bereik: str) -> str:
    nu = timezone.localtime()
    return urlencode({"gemeente": bereik, "datum": f"{nu:%Y-%m-%d}", "tijd": f"{nu:%H:%M}"})


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isdecimal() and len(tekst) < 10 else 0


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    een = "publicatie/<slug:bereik>/<slug:soort>/<slug:sleutel>/"
    return [
        path("publicatie/", bord, name=BORD),
        path("publicatie/<slug:bereik>/", gemeente, name=GEMEENTE),
        path(een, tekst, name=TEKST),
        path(f"{een}doen/", tekst_doen, name=TEKST_DOEN),
    ]
