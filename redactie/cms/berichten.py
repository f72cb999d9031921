"""Mail about changes: each person chooses per kind whether and when it comes, and sees whether it went out.

Nobody chooses for somebody else; there is no mail until somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.berichten.kiezen import zet_keuzes
from redactie.berichten.mag import soorten_voor
from redactie.berichten.opstellen import KEUZES as NAAM
from redactie.keuzes import Berichtfout, Berichtmoment, Berichtsoort
from redactie.models import Bericht, Berichtkeuze
from redactie.post.bezorgen import heeft_mailserver

GEEN = "geen"
UITLEG = {
    Berichtsoort.TE_HERZIEN: "Met de verschillen per woord. Een spoedwijziging komt altijd meteen.",
    Berichtsoort.GEWIJZIGD: "Met de verschillen per woord. U hoeft niets te doen.",
    Berichtsoort.NAGEKEKEN: "Met de opmerking die erbij staat.",
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One kind with what somebody chose."""

    soort: Berichtsoort
    gekozen: str

    @property
    def uitleg(self) -> str:
        return UITLEG.get(self.soort, "")

    @property
    def keuzes(self) -> Iterator[tuple[str, str]]:
        yield GEEN, "Geen mail"
        yield from Berichtmoment.choices()


class BerichtenView(WagtailAdminTemplateMixin, TemplateView):
    page_title = "Mijn mail"
    header_icon = "mail"
    template_name = "redactie/berichten/keuzes.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailadmin_account"), "label": "Account"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        gekozen = dict(Berichtkeuze.objects.filter(gebruiker=user).values_list("soort", "moment"))
        laatste = Bericht.objects.filter(ontvanger=user, bericht_op__isnull=False).order_by("-bericht_op")
        wacht = Bericht.objects.filter(ontvanger=user, bericht_op__isnull=True).exclude(bericht_fout="")
        fout = wacht.order_by("niet_voor").first()
        return {
            **super().get_context_data(**kwargs),
            "regels": [Regel(soort, gekozen.get(soort, GEEN)) for soort in soorten_voor(user)],
            "adres": user.email,
            "mailserver": heeft_mailserver(),
            "laatste": laatste.values_list("bericht_op", flat=True).first(),
            "fout": fout,
            "waarom": Berichtfout(fout.bericht_fout).label if fout is not None else "",
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keuzes: dict[Berichtsoort, Berichtmoment | None] = {}
        for soort in soorten_voor(request.user):
            gekozen = request.POST.get(soort, "")
            if gekozen == GEEN or gekozen in set(Berichtmoment):
                keuzes[soort] = None if gekozen == GEEN else Berichtmoment(gekozen)
        zet_keuzes(gebruiker=request.user, keuzes=keuzes)
        messages.success(request, "Uw keuze is bewaard. Zij geldt meteen.")
        return redirect(NAAM)


def adressen() -> list[URLPattern]:
    return [path("berichten/", BerichtenView.as_view(), name=NAAM)]


class MijnMailItem(MenuItem):
    """For whoever has something to choose."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(soorten_voor(request.user))


def menu_item() -> MijnMailItem:
    return MijnMailItem("Mijn mail", reverse(NAAM), name="mijn-mail", icon_name="mail", order=9500)


def accountknop(request: HttpRequest) -> dict[str, str]:
    """Hook `register_account_menu_item`: on the page of one's own account."""
    return {
        "url": reverse(NAAM),
        "label": BerichtenView.page_title,
        "help_text": "Kies waarover u mail krijgt, en wanneer.",
    }
