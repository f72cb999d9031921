"""The screens “Wat stond er toen?” of the CMS: choose a municipality and a moment; a sheet to read, print or keep.

A local editor sees the own municipality, who works for the region all of them. Internal text only for who reads or
writes it there today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from kennisbank.balie.kenmerk import VORM, lees_moment
from kennisbank.terugblik.bewaren import digest_over
from kennisbank.terugblik.toen import Toen, toen
from redactie import wie
from redactie.persoonsnaam import persoonsnaam
from sync.bereiken import namen_van_bereiken
from sync.schermen import zichtbare_bereiken

NAAM, BLAD, BEWAREN = "antwoord_terugblik", "antwoord_terugblik_blad", "antwoord_terugblik_bewaren"
STIJL = "kennisbank/terugblik.css"


class Vraag(forms.Form):
    gemeente = forms.ChoiceField(label="Gemeente")
    datum = forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Kies een datum.", "invalid": "Dit is geen datum. Schrijf 2026-11-22."},
    )
    tijd = forms.TimeField(
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": "Kies een tijd.", "invalid": "Dit is geen tijd. Schrijf 14.30."},
    )

    def __init__(self, *args: Any, keuzes: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].choices = list(keuzes.items())

    def clean(self) -> dict[str, Any]:
        gegeven = super().clean()
        if "datum" in gegeven and "tijd" in gegeven:
            gegeven["op"] = timezone.make_aware(datetime.combine(gegeven["datum"], gegeven["tijd"]))
            if gegeven["op"] > timezone.now():
                self.add_error("datum", "Dit moment moet nog komen. Kies een moment dat voorbij is.")
        return gegeven


@dataclass(frozen=True, slots=True)
class Keuze:
    """What somebody asked to see and may see."""

    bereik: str
    naam: str
    op: datetime
    sleutel: str
    intern: bool
    mag_intern: bool


@require_safe
def terugblik(request: HttpRequest) -> HttpResponse:
    keuzes = _keuzes(request.user)
    nu = timezone.localtime()
    begin = {"gemeente": next(iter(keuzes)), "datum": nu.date(), "tijd": nu.time()}
    vraag = Vraag(request.GET if "datum" in request.GET else None, keuzes=keuzes, initial=begin)
    context: dict[str, Any] = {"vraag": vraag}
    if vraag.is_bound and vraag.is_valid():
        bereik, op = vraag.cleaned_data["gemeente"], vraag.cleaned_data["op"]
        context |= {
            "toen": toen(bereik, op, request.user, intern=False, verantwoording=False),
            "naam": keuzes[bereik],
            "blad": reverse(BLAD, args=[bereik, f"{op:{VORM}}"]),
            "mag_intern": mag_intern(request.user, bereik),
        }
    return render(request, "kennisbank/terugblik/terugblik.html", context)


def met_keuze(view: Callable[[HttpRequest, Keuze], HttpResponse]) -> Callable[..., HttpResponse]:
    """`view(request, keuze)` for `/<bereik>/<moment>/`; 404 for what is not theirs or is no moment."""

    @require_safe
    @wraps(view)
    def bewaakt(request: HttpRequest, bereik: str, moment: str) -> HttpResponse:
        keuzes = _keuzes(request.user)
        op = lees_moment(moment, timezone.get_current_timezone())
        if bereik not in keuzes or op is None or op > timezone.now():
            raise Http404
        mag = mag_intern(request.user, bereik)
        intern = mag and request.GET.get("intern") == "ja"
        return view(request, Keuze(bereik, keuzes[bereik], op, request.GET.get("product", ""), intern, mag))

    return bewaakt


@met_keuze
def blad(request: HttpRequest, keuze: Keuze) -> HttpResponse:
    """To read and to print."""
    return render(request, "kennisbank/terugblik/blad.html", _context(request, keuze))


@met_keuze
def bewaren(request: HttpRequest, keuze: Keuze) -> HttpResponse:
    """The same sheet as one file that needs nothing else, with every content and its digest."""
    antwoord = render(
        request,
        "kennisbank/terugblik/blad.html",
        {**_context(request, keuze), "stijl": _stijl(), "bewaren": True},
    )
    delen = ("antwoord", keuze.bereik, keuze.sleutel, f"{keuze.op:{VORM}}", "intern" if keuze.intern else "")
    naam = "-".join(deel for deel in delen if deel)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}.html"'
    return antwoord


def _context(request: HttpRequest, keuze: Keuze) -> dict[str, Any]:
    stond = toen(keuze.bereik, keuze.op, request.user, intern=keuze.intern, sleutel=keuze.sleutel)
    if keuze.sleutel and not stond.producten:
        raise Http404
    return {
        "keuze": keuze,
        "toen": stond,
        "samen": _samen(stond),
        "gemaakt_op": timezone.localtime(),
        "gemaakt_door": persoonsnaam(request.user),
        "bewaaradres": reverse(BEWAREN, args=[keuze.bereik, f"{keuze.op:{VORM}}"]),
        "vraag": request.GET.urlencode(),
    }


def _samen(stond: Toen) -> str:
    return digest_over((deel.naam, deel.hash) for deel in stond.bewaard)


def _stijl() -> SafeString:
    pad = finders.find(STIJL)
    return mark_safe(Path(str(pad)).read_text("utf-8"))  # noqa: S308  our own style sheet


def mag_intern(user: Any, bereik: str) -> bool:
    """Whoever keeps the texts of this bereik, or answers there as KCC-medewerker."""
    if bereik in wie.redigeert(user):
        return True
    return any(balie.intern for balie in wie.balies(user) if balie.bereik == bereik)


def _keuzes(user: Any) -> dict[str, str]:
    """Bereik → name, also of municipalities that take part no longer; Http404 for who has none."""
    mag = zichtbare_bereiken(user)
    keuzes = {slug: naam for slug, naam in namen_van_bereiken().items() if mag is None or slug in mag}
    if not keuzes:
        raise Http404
    return keuzes


def menu_item() -> MenuItem:
    return MenuItem("Wat stond er toen?", reverse(NAAM), name="terugblik", icon_name="history", order=950)
