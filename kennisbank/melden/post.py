"""How the mail about flags goes, for administrators: what waits, since when and why. Nothing of what was flagged.

A flag that could not be mailed about is not lost: its owner finds it in the CMS all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from kennisbank.melden.bericht import heeft_mailserver, wachtende
from kennisbank.melden.namen import namen_van_bereiken
from kennisbank.models import Berichtfout, Melding
from redactie import wie
from redactie.keuzes import Rol

NAAM = "antwoord_post"


@dataclass(frozen=True, slots=True)
class Opgehouden:
    """Mails for one bereik that did not go out, for one reason."""

    reden: str
    voor: str
    aantal: int
    sinds: datetime
    laatst: datetime


def opgehouden() -> list[Opgehouden]:
    """What was tried and did not go out, what waits longest first. 2 queries at most."""
    rijen = list(
        wachtende()
        .exclude(bericht_fout="")
        .order_by()
        .values("bericht_fout", "eigenaar")
        .annotate(aantal=Count("pk"), sinds=Min("gemeld_op"), laatst=Max("bericht_geprobeerd_op"))
    )
    namen = namen_van_bereiken() if rijen else {}
    gevonden = (
        Opgehouden(
            Berichtfout(rij["bericht_fout"]).label,
            namen.get(rij["eigenaar"], rij["eigenaar"]),
            rij["aantal"],
            rij["sinds"],
            rij["laatst"],
        )
        for rij in rijen
    )
    return sorted(gevonden, key=lambda lid: lid.sinds)


def mag_zien(user: Any) -> bool:
    return bool(user.is_superuser) or Rol.BEHEERDER in wie.rollen(user)


@require_safe
def post(request: HttpRequest) -> HttpResponse:
    if not mag_zien(request.user):
        raise Http404
    ingesteld = heeft_mailserver()
    context = {
        "server": f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}" if ingesteld else "",
        "afzender": settings.DEFAULT_FROM_EMAIL,
        "opgehouden": opgehouden() if ingesteld else [],
        "laatste": Melding.objects.aggregate(op=Max("bericht_op"))["op"],
    }
    return render(request, "kennisbank/post.html", context)


def wachtzinnen(user: Any) -> Iterator[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: an administrator sees on the start page that mail does not go out."""
    if not (mag_zien(user) and heeft_mailserver()):
        return
    if aantal := wachtende().exclude(bericht_fout="").count():
        wat = "1 mail over een melding kan" if aantal == 1 else f"{aantal} mails over meldingen kunnen"
        yield {
            "tekst": f"{wat} niet weg.",
            "knop": "Bekijk waarom",
            "adres": reverse(NAAM),
            "dringend": True,
        }


class PostItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return mag_zien(request.user)


def menu_item() -> PostItem:
    return PostItem("Mail over meldingen", reverse(NAAM), name="post", icon_name="mail", order=920)
