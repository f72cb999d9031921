"""Writing the mail of a Bericht, when it goes: only what its receiver still asks for, and still may know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone

from redactie.berichten.mag import mag
from redactie.berichten.nieuws import Nieuws, nieuws_van
from redactie.berichten.plaatselijk import Plaatselijk
from redactie.keuzes import Berichtsoort
from redactie.models import Bericht, Berichtregel, Tekstversie
from redactie.post.adres import adres_in_mail

MEESTE = 40
"""Things in one mail; the rest is counted."""
KEUZES = "antwoord_berichten"


def stel_op(bericht: Bericht) -> EmailMultiAlternatives | None:
    """None: nothing is left to say, and the row is gone."""
    nieuws = list(_nieuws(bericht))
    if not nieuws or not bericht.ontvanger.email:
        bericht.delete()
        return None
    context = {
        "nieuws": nieuws[:MEESTE],
        "meer": len(nieuws) - MEESTE,
        "naam": bericht.ontvanger.get_full_name(),
        "begin": adres_in_mail("wagtailadmin_home"),
        "keuzes": adres_in_mail(KEUZES),
    }
    mail = EmailMultiAlternatives(
        onderwerp(nieuws),
        render_to_string("redactie/berichten/mail.txt", context),
        to=[bericht.ontvanger.email],
        headers={
            # The same each time it is tried: a mail program then knows a mail that comes twice for one.
            "Message-ID": f"<bericht-{bericht.pk}@{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}>",
            "List-Unsubscribe": f"<{context['keuzes']}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(render_to_string("redactie/berichten/mail.html", context), "text/html")
    return mail


def onderwerp(nieuws: Sequence[Nieuws]) -> str:
    kop = nieuws[0].kop
    kop = kop[:1].upper() + kop[1:]
    return kop if len(nieuws) == 1 else f"{kop} (en nog {len(nieuws) - 1})"


def _nieuws(bericht: Bericht) -> Iterator[Nieuws]:
    """Of each field of a product once, for each municipality: from the oldest text to the newest."""
    user, plaatselijk = bericht.ontvanger, Plaatselijk(timezone.now())
    wil = set(user.berichtkeuzes.values_list("soort", flat=True))
    regels = bericht.regels.select_related(
        "tekstversie__product",
        "gemeente",
        "voorstel__product",
        "voorstel__gemeente",
        "feitencheck",
        "taakstand__workflow_state",
    ).order_by("pk")
    eerste: dict[tuple[object, ...], Tekstversie | None] = {}
    laatste: dict[tuple[object, ...], Berichtregel] = {}
    for regel in regels:
        if regel.soort in wil and mag(user, Berichtsoort(regel.soort), regel, regel.gemeente):
            waarover = _waarover(regel)
            eerste.setdefault(waarover, regel.tekstversie)
            laatste[waarover] = regel
    for waarover, regel in laatste.items():
        if (een := nieuws_van(regel, plaatselijk, eerste[waarover])) is not None:
            yield een


def _waarover(regel: Berichtregel) -> tuple[object, ...]:
    if (tekst := regel.tekstversie) is not None:
        return regel.soort, regel.gemeente_id, tekst.product_id, tekst.veld
    return regel.soort, regel.voorstel_id, regel.feitencheck_id, regel.taakstand_id
