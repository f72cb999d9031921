"""Opening hours on screen: what is odd about them, and deciding about the coming holidays in one step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from redactie.cms.herzienrij import wat_mag
from redactie.datums import weekdag
from redactie.geteld import geteld
from redactie.models import Contactpunt, Locatie, Openingstijd
from redactie.urencontrole import Uur, bezwaren, in_woorden, onbeslist

BINNENKORT = timedelta(days=45)
"""So long before a holiday the start page begins to ask."""


def uren_van(rijen: Iterable[Openingstijd]) -> list[Uur]:
    return [Uur(rij.dag, rij.datum, rij.van, rij.tot, rij.wijze) for rij in rijen]


def feestdagadres(ding: Contactpunt | Locatie) -> str:
    return reverse(ding.snippet_viewset.get_url_name("feestdagen"), args=[ding.pk])


class UrenPanel(Panel):
    """What is odd about the hours as they are stored; nothing where all is well."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/contact/uren.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            uren = uren_van(self.instance.openingstijden.all())
            vandaag = timezone.localdate()
            return {
                **super().get_context_data(parent_context),
                "bezwaren": bezwaren(uren, vandaag),
                "adres": feestdagadres(self.instance) if onbeslist(uren, vandaag) else "",
            }

        def is_shown(self) -> bool:
            return self.instance.pk is not None


class FeestdagenView(WagtailAdminTemplateMixin, TemplateView):
    """Per coming holiday: closed, as always, or not decided yet."""

    wacht_actie = "change"
    model: type[Contactpunt] | type[Locatie] | None = None
    page_title = "Feestdagen"
    header_icon = "calendar-check"
    template_name = "redactie/contact/feestdagen.html"

    @property
    def ding(self) -> Any:
        return self.gevraagd_ding

    def get_page_subtitle(self) -> str:
        return str(self.ding)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        bewerken = reverse(self.ding.snippet_viewset.get_url_name("edit"), args=[self.ding.pk])
        return [
            *self.breadcrumbs_items,
            {"url": bewerken, "label": str(self.ding)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uren = uren_van(self.ding.openingstijden.all())
        dagen = [
            {"naam": f"besluit-{lid.datum.isoformat()}", "tekst": f"{lid.naam}, {in_woorden(lid.datum)}"}
            for lid in onbeslist(uren, timezone.localdate())
        ]
        return {**super().get_context_data(**kwargs), "dagen": dagen}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        aantal = beslis(ding=self.ding, besluiten=request.POST, door=request.user)
        if aantal:
            messages.success(request, f"Vastgelegd voor {geteld(aantal, '1 feestdag', '{} feestdagen')}.")
        return redirect(self.ding.snippet_viewset.get_url_name("edit"), self.ding.pk)


@transaction.atomic
def beslis(*, ding: Contactpunt | Locatie, besluiten: Any, door: Any) -> int:
    """Write a line for each holiday that was decided about; how many. What is decided already stays."""
    rijen = list(ding.openingstijden.all())
    aantal = 0
    for lid in onbeslist(uren_van(rijen), timezone.localdate()):
        besluit = besluiten.get(f"besluit-{lid.datum.isoformat()}", "")
        if besluit == "gesloten":
            _schrijf(ding, lid.datum, None)
        elif besluit == "open":
            for rij in rijen:
                if rij.dag == weekdag(lid.datum):
                    _schrijf(ding, lid.datum, rij)
        else:
            continue
        aantal += 1
    if aantal:
        log(instance=ding, action="wagtail.edit", user=door)
    return aantal


def _schrijf(ding: Contactpunt | Locatie, datum: date, zoals: Openingstijd | None) -> None:
    tijd = Openingstijd(**{ding._meta.model_name: ding}, datum=datum)
    if zoals is not None:
        tijd.van, tijd.tot, tijd.wijze = zoals.van, zoals.tot, zoals.wijze
    try:
        tijd.full_clean()
    except ValidationError as fout:
        raise ValidationError(f"{in_woorden(datum)}: {' '.join(fout.messages)}") from fout
    tijd.save()


def wachtzinnen(user: Any) -> list[dict[str, str]]:
    """Hook `antwoord_wachtzinnen`: what is open as usual on a holiday soon, without a decision. 1 query."""
    van_mij = Q(locatie__in=wat_mag(Locatie, user).order_by()) | Q(
        contactpunt__in=wat_mag(Contactpunt, user).order_by()
    )
    per: dict[Any, list[Openingstijd]] = {}
    for rij in Openingstijd.objects.filter(van_mij).select_related("locatie", "contactpunt"):
        per.setdefault(rij.locatie or rij.contactpunt, []).append(rij)
    vandaag = timezone.localdate()
    open_ = [ding for ding, rijen in per.items() if onbeslist(uren_van(rijen), vandaag, BINNENKORT)]
    if not open_:
        return []
    bij = geteld(len(open_), str(open_[0]), "{} locaties of contactpunten")
    tekst = f"Bij {bij} is voor een feestdag nog niets besloten."
    return [{"tekst": tekst, "knop": "Leg vast", "adres": feestdagadres(open_[0])}]
