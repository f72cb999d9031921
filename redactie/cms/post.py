"""How the mail goes, for administrators: what waits, since when and why. Nothing of what the mails are about.

What could not be mailed is not lost: everything that is mailed about stands in the CMS all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from redactie import wie
from redactie.geteld import geteld
from redactie.keuzes import Rol
from redactie.post.bezorgen import heeft_mailserver
from redactie.post.opgehouden import HOOK, Stapel

NAAM = "antwoord_post"


def stapels() -> list[Stapel]:
    return [haak() for haak in hooks.get_hooks(HOOK)]


def mag_zien(user: Any) -> bool:
    return bool(user.is_superuser) or Rol.BEHEERDER in wie.rollen(user)


@require_safe
def post(request: HttpRequest) -> HttpResponse:
    if not mag_zien(request.user):
        raise Http404
    ingesteld = heeft_mailserver()
    alle = stapels()
    opgehouden = [lid for stapel in alle for lid in stapel.opgehouden]
    context = {
        "server": f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}" if ingesteld else "",
        "afzender": settings.DEFAULT_FROM_EMAIL,
        "opgehouden": sorted(opgehouden, key=lambda lid: lid.sinds) if ingesteld else [],
        "laatste": max((lid.laatste for lid in alle if lid.laatste is not None), default=None),
    }
    return render(request, "redactie/post/post.html", context)


def wachtzinnen(user: Any) -> Iterator[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: an administrator sees on the start page that mail does not go out."""
    if not (mag_zien(user) and heeft_mailserver()):
        return
    if aantal := sum(lid.aantal for stapel in stapels() for lid in stapel.opgehouden):
        wat = geteld(aantal, "1 mail kan", "{} mails kunnen")
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
    return PostItem("Mail", reverse(NAAM), name="post", icon_name="mail", order=920)


def adressen() -> list[URLPattern]:
    return [path("post/", post, name=NAAM)]
