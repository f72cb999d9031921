"""The versions proposed after an urgent change: the list, the page with a preview on which one decides, the undo.

What deciding does stands in `redactie/spoedvoorstellen.py`.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.bronnen import AfwijkingBron
from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.uitwerking import Lezer, regio_op
from redactie.cms.verschil import verschil_tussen
from redactie.geteld import geteld
from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.lezen import afwijking_bron
from redactie.models import LokaleVersie, Spoedvoorstel
from redactie.models.bedenktijd import DUUR
from redactie.spoedvoorstellen import (
    VEROUDERD,
    beslis_voorstel,
    draai_voorstel_terug,
    geldt_nog,
    openstaand,
)
from redactie.uitwerking import Uitwerking, uitwerking
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
TITEL = "Voorstellen na spoed"


def mag_beslissen_over(user: Any) -> QuerySet:
    """The local versions for which this person decides on what is proposed."""
    return policy_registry.get_by_type(LokaleVersie).instances_user_has_permission_for(user, "spoedbesluit")


def _besloten(user: Any) -> QuerySet:
    """What was decided and can still be undone, the newest first."""
    rijen = Spoedvoorstel.objects.filter(
        versie__in=mag_beslissen_over(user), bedenktijd__isnull=False, besloten_op__gt=timezone.now() - DUUR
    )
    return rijen.select_related("versie__product", "versie__gemeente", "wie").order_by("-besloten_op")


class SpoedvoorstellenView(WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "spoedbesluit"
    model: type[LokaleVersie] = LokaleVersie
    page_title = TITEL
    header_icon = "warning"
    template_name = "redactie/goedkeuren/spoedvoorstellen.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return {
            **super().get_context_data(**kwargs),
            "open": [
                (voorstel, Veld(voorstel.veld), adres_van(voorstel))
                for voorstel in openstaand(mag_beslissen_over(user))
            ],
            "besloten": [
                (voorstel, Veld(voorstel.veld), Besluit(voorstel.besloten), adres_van(voorstel))
                for voorstel in _besloten(user)
            ],
        }


class VoorstelForm(forms.Form):
    keuze = forms.ChoiceField(
        choices=[("neem", "neem"), ("houd", "houd"), ("terug", "terug")],
        widget=forms.HiddenInput,
        error_messages={"required": "Kies wat u besluit met een van de knoppen."},
    )
    reden = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Reden",
        help_text="Nodig als de eigen tekst blijft. Anders mag het leeg blijven.",
    )


class SpoedvoorstelView(WagtailAdminTemplateMixin, FormView):
    """GET shows what readers get now and then; nothing changes before a button is pressed."""

    wacht_actie = "spoedbesluit"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Voorstel na spoed"
    header_icon = "warning"
    template_name = "redactie/goedkeuren/spoedvoorstel.html"
    form_class = VoorstelForm

    @cached_property
    def voorstel(self) -> Spoedvoorstel:
        rijen = Spoedvoorstel.objects.select_related("versie__product", "versie__gemeente", "tekstversie")
        voorstel = rijen.filter(pk=self.kwargs["voorstel"], versie=self.kwargs["pk"]).first()
        if voorstel is None:
            raise Http404
        return voorstel

    @property
    def veld(self) -> Veld:
        return Veld(self.voorstel.veld)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:spoedvoorstellen"), "label": TITEL},
            {"url": "", "label": self.page_title},
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "GET" and not (self.voorstel.besloten or geldt_nog(self.voorstel)):
            messages.warning(request, VEROUDERD)
            return redirect(f"{RUIMTE}:spoedvoorstellen")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        voorstel, versie = self.voorstel, self.voorstel.versie
        nu, straks = lezingen(voorstel)
        mag = policy_registry.get(versie).user_has_permission_for_instance(
            self.request.user, "change", versie
        )
        return {
            **super().get_context_data(**kwargs),
            "voorstel": voorstel,
            "veld": self.veld,
            "volgt": voorstel.besluit == Besluit.VOLGEN,
            "verschil": verschil_tussen(voorstel.eigen, voorstel.tekst),
            "nu": nu,
            "straks": straks,
            "zelf": reverse(f"{RUIMTE}:herzien", args=[versie.pk, self.veld.value]) if mag else "",
            "terug": reverse(f"{RUIMTE}:spoedvoorstellen"),
        }

    def form_valid(self, form: VoorstelForm) -> HttpResponse:
        try:
            bericht = self._doe(form.cleaned_data["keuze"], form.cleaned_data["reden"])
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, f"{self.voorstel}: {bericht}")
        return redirect(f"{RUIMTE}:spoedvoorstellen")

    def _doe(self, keuze: str, reden: str) -> str:
        door = self.request.user
        if keuze == "terug":
            draai_voorstel_terug(voorstel=self.voorstel, door=door)
            return "teruggedraaid. Het staat weer zoals het was, en het voorstel wacht weer."
        beslis_voorstel(voorstel=self.voorstel, overnemen=keuze == "neem", reden=reden, door=door)
        return "het voorstel staat live." if keuze == "neem" else "de eigen tekst blijft staan."


def lezingen(voorstel: Spoedvoorstel) -> tuple[Uitwerking, Uitwerking]:
    """What readers get of the field today, and as proposed. 3 queries."""
    versie, veld, op = voorstel.versie, Veld(voorstel.veld), timezone.now()
    rijen = [rij for rij in versie.afwijkingen.all() if rij.veld == veld and rij.periode.geldt_op(op)]
    gemeente, nu = versie.gemeente.als_bron(), [afwijking_bron(rij, ()) for rij in rijen]
    nieuw = AfwijkingBron(veld, AfwijkingWijze.VERVANGEN, voorstel.tekst)
    lezer = Lezer(versie.product.sleutel, gemeente, regio_op(versie.product, op), [*nu, nieuw])
    erbij = [bron for bron in nu if bron.wijze in (AfwijkingWijze.ERVOOR, AfwijkingWijze.ERNA)]
    # Following the region takes every own text of the field away.
    straks = [] if voorstel.besluit == Besluit.VOLGEN else [*erbij, nieuw]
    return (
        uitwerking(lezer.bronnen, gemeente, veld, nu, op),
        uitwerking(lezer.bronnen, gemeente, veld, straks, op),
    )


def adres_van(voorstel: Spoedvoorstel) -> str:
    return reverse(f"{RUIMTE}:spoedvoorstel", args=[voorstel.versie_id, voorstel.pk])


def wachtzinnen(user: Any) -> list[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`. 1 query when nothing is proposed."""
    wachten = openstaand(mag_beslissen_over(user))
    if not wachten:
        return []
    aantal = len(wachten)
    tekst = geteld(
        aantal,
        "Na een spoedwijziging ligt 1 voorstel klaar.",
        "Na een spoedwijziging liggen {} voorstellen klaar.",
    )
    adres = adres_van(wachten[0]) if aantal == 1 else reverse(f"{RUIMTE}:spoedvoorstellen")
    return [{"tekst": tekst, "knop": "Beslis", "adres": adres, "dringend": True}]


class VoorstellenItem(MenuItem):
    """For whoever decides on them somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(LokaleVersie)
        return policy.user_has_permission(request.user, "spoedbesluit")


def voorstellen_item() -> VoorstellenItem:
    return VoorstellenItem(
        TITEL, reverse(f"{RUIMTE}:spoedvoorstellen"), name="spoedvoorstellen", icon_name="warning", order=155
    )
