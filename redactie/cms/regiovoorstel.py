"""One text that a municipality offers to the region: the page to offer it, and the page where the centre decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.tekstformulier import CorrectieForm
from redactie.cms.verschil import verschil_tussen
from redactie.models import Afwijking, LokaleVersie, Regiovoorstel
from redactie.regiovoorstellen import (
    AL_BESLIST,
    aan_te_bieden,
    bied_aan,
    gelijk_geworden,
    neem_over,
    trek_in,
    wijs_af,
)
from redactie.teksten import gepubliceerde_teksten
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_regiovoorstel"
VERSIE = "wagtailsnippets_redactie_lokaleversie"
TITEL = "Voorstellen aan de regio"


class AanbiedenForm(forms.Form):
    required_css_class = "required"

    reden = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Waarom is dit voor de hele regio beter?",
        error_messages={"required": "Schrijf op waarom dit voor de hele regio beter is."},
    )


class AanbiedenView(WagtailAdminTemplateMixin, FormView):
    """For one published own text. Nothing of the municipality changes by it."""

    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Bied uw tekst de regio aan"
    header_icon = "upload"
    template_name = "redactie/regiovoorstel/aanbieden.html"
    form_class = AanbiedenForm

    @cached_property
    def afwijking(self) -> Afwijking:
        rijen = Afwijking.objects.filter(versie=self.kwargs["pk"], pk=self.kwargs["afwijking"])
        rij = rijen.select_related("versie__product", "versie__gemeente").first()
        if rij is None:
            raise Http404
        return rij

    @property
    def terug(self) -> str:
        return reverse(f"{VERSIE}:edit", args=[self.afwijking.versie_id])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{VERSIE}:list"), "label": "Lokale versies"},
            {"url": self.terug, "label": str(self.afwijking.versie)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = self.afwijking
        regio = gepubliceerde_teksten(product=rij.versie.product, op=timezone.now()).get(rij.veld, "")
        return {
            **super().get_context_data(**kwargs),
            "versie": rij.versie,
            "veld": Veld(rij.veld),
            "regio": regio,
            "verschil": verschil_tussen(regio, aan_te_bieden(rij)),
            "terug": self.terug,
        }

    def form_valid(self, form: AanbiedenForm) -> HttpResponse:
        try:
            voorstel = bied_aan(
                afwijking=self.afwijking, reden=form.cleaned_data["reden"], door=self.request.user
            )
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, "Uw tekst is aan de regio aangeboden. Hier leest u wat ermee gebeurt.")
        return redirect(f"{RUIMTE}:edit", voorstel.pk)


class BesluitOverForm(CorrectieForm):
    """The offered text, to take over as it is or edited; with what is said of the change, and to the municipality."""

    opmerking = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Opmerking voor de gemeente",
        help_text="Nodig als u het voorstel niet overneemt.",
    )


class RegiovoorstelView(WagtailAdminTemplateMixin, FormView):
    """GET shows it, with what became of it; POST decides, or takes it back."""

    wacht_actie = "view"
    model: type[Regiovoorstel] = Regiovoorstel
    page_title = "Voorstel aan de regio"
    header_icon = "upload"
    template_name = "redactie/regiovoorstel/bekijken.html"
    form_class = BesluitOverForm

    @cached_property
    def voorstel(self) -> Regiovoorstel:
        return Regiovoorstel.objects.select_related(
            "gemeente", "product", "indiener", "beslist_door", "overgenomen"
        ).get(pk=self.kwargs["pk"])

    def _kan(self, ding: Any, actie: str) -> bool:
        return policy_registry.get(ding).user_has_permission_for_instance(self.request.user, actie, ding)

    @cached_property
    def beslist(self) -> bool:
        """Whether this person decides here."""
        lid = self.voorstel
        return lid.is_open and self._kan(lid, "change") and self._kan(lid.product, "publish")

    @cached_property
    def trekt_in(self) -> bool:
        return self.voorstel.is_open and self._kan(self.voorstel, "add")

    @cached_property
    def regio(self) -> str:
        stand = gepubliceerde_teksten(product=self.voorstel.product, op=timezone.now())
        return stand.get(self.voorstel.veld, "")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": TITEL},
            {"url": "", "label": str(self.voorstel), "sublabel": self.voorstel.gemeente.naam},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        eigen = {"product": self.voorstel.product, "veld": Veld(self.voorstel.veld)}
        return {**super().get_form_kwargs(), **eigen}

    def get_initial(self) -> dict[str, Any]:
        return {"tekst": self.voorstel.tekst}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lid = self.voorstel
        context = super().get_context_data(**kwargs)
        gelijk = gelijk_geworden(lid) if not lid.is_open else None
        if gelijk is not None and not self._kan(gelijk.versie, "change"):
            gelijk = None
        return {
            **context,
            "voorstel": lid,
            "veld": Veld(lid.veld),
            "regio": self.regio,
            "verschil": verschil_tussen(self.regio, lid.tekst) if lid.is_open else "",
            "gedaan": verschil_tussen(lid.tekst, lid.overgenomen.tekst)
            if lid.overgenomen is not None
            else "",
            "beslist": self.beslist,
            "trekt_in": self.trekt_in,
            "gelijk": gelijk,
            "media": context["form"].media,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wat = request.POST.get("besluit", "")
        doe = {"overnemen": self._neem_over, "afwijzen": self._wijs_af, "intrekken": self._trek_in}.get(wat)
        if doe is None or not (self.trekt_in if wat == "intrekken" else self.beslist):
            if not self.voorstel.is_open:
                messages.warning(request, AL_BESLIST)
                return redirect(f"{RUIMTE}:edit", self.voorstel.pk)
            raise Http404
        return doe(self.get_form())

    def _neem_over(self, form: BesluitOverForm) -> HttpResponse:
        if not form.is_valid():
            return self.form_invalid(form)
        schoon = form.cleaned_data
        return self._doe(
            form,
            lambda: neem_over(
                voorstel=self.voorstel,
                tekst=schoon["tekst"],
                nota=form.nota,
                opmerking=schoon["opmerking"],
                door=self.request.user,
            ),
            "De regio heeft nu deze tekst. De gemeente ziet wat u besloot.",
        )

    def _wijs_af(self, form: BesluitOverForm) -> HttpResponse:
        # What was typed in the text is of no account: only the remark is.
        form.full_clean()
        opmerking = form.data.get("opmerking", "")[:1000]
        form.errors.clear()
        return self._doe(
            form,
            lambda: wijs_af(voorstel=self.voorstel, opmerking=opmerking, door=self.request.user),
            "Het voorstel is niet overgenomen. De gemeente leest uw opmerking.",
        )

    def _trek_in(self, form: BesluitOverForm) -> HttpResponse:
        form.full_clean()
        form.errors.clear()
        return self._doe(
            form,
            lambda: trek_in(voorstel=self.voorstel, door=self.request.user),
            "Het voorstel is ingetrokken. Uw eigen tekst blijft staan.",
        )

    def _doe(self, form: BesluitOverForm, wat: Any, gelukt: str) -> HttpResponse:
        try:
            wat()
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        except PermissionDenied as fout:
            raise Http404 from fout
        messages.success(self.request, gelukt)
        return redirect(f"{RUIMTE}:edit", self.voorstel.pk)
