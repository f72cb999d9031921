"""The page on which a local editor judges one deviation after the region changed its text, and then the next one."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.cms.afwijkingen import RegioBij
from redactie.cms.besluitformulier import BesluitForm
from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.herzienrij import Vraag, herzienrij, plaats_in, volgende
from redactie.cms.kolommen import dag
from redactie.cms.verschil import verschil_tussen
from redactie.cms.voorstel import Voorstel, voorstel_bij
from redactie.eigenteksten import zelfde_rij
from redactie.herzien import beslis, te_herzien, tekst_in_kracht
from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.models import Afwijking, LokaleVersie, Tekstversie
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
VERANDERD = (
    "De tekst van de regio of uw eigen tekst is intussen veranderd. Er is nog niets besloten. Hieronder staat hoe "
    "het nu is; wat u typte, staat er nog."
)


class HerzienView(WagtailAdminTemplateMixin, FormView):
    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Herzien"
    header_icon = "rotate"
    template_name = "redactie/lokaal/herzien.html"
    form_class = BesluitForm

    @cached_property
    def versie(self) -> LokaleVersie:
        return LokaleVersie.objects.select_related("product", "gemeente", "latest_revision").get(
            pk=self.kwargs["pk"]
        )

    @cached_property
    def veld(self) -> Veld:
        if self.kwargs["veld"] not in set(Veld):
            raise Http404
        return Veld(self.kwargs["veld"])

    @cached_property
    def wacht(self) -> TeHerzien | None:
        return te_herzien([self.versie])[self.versie.pk].get(self.veld)

    @cached_property
    def afwijkingen(self) -> list[Afwijking]:
        """Those that are over last; the one in the place of the region's text before one beside it."""
        vandaag = timezone.localdate()
        rijen = sorted(
            self.versie.afwijkingen.filter(veld=self.veld),
            key=lambda rij: (
                rij.tot is not None and rij.tot < vandaag,
                rij.wijze != AfwijkingWijze.VERVANGEN,
                rij.pk,
            ),
        )
        if not rijen:
            raise Http404
        return rijen

    @property
    def afwijking(self) -> Afwijking:
        """The one that is judged."""
        return self.afwijkingen[0]

    @cached_property
    def voorstel(self) -> Voorstel:
        return voorstel_bij(self.afwijking, self.eigen, self.wacht)

    @cached_property
    def eigen(self) -> str:
        """The own text as it was last worked on: a draft counts."""
        if not self.versie.has_unpublished_changes:
            return self.afwijking.tekst
        concept = self.versie.get_latest_revision_as_object()
        rijen = (rij for rij in concept.afwijkingen.all() if zelfde_rij(rij, self.afwijking))
        return next((rij.tekst for rij in rijen), self.afwijking.tekst)

    @cached_property
    def regio(self) -> Tekstversie | None:
        return tekst_in_kracht(product_id=self.versie.product_id, veld=self.veld)

    @cached_property
    def rij(self) -> list[Vraag]:
        return herzienrij(self.request.user)

    @property
    def gezien(self) -> str:
        """A mark of the two texts on the screen: nobody decides on what he has not seen."""
        regio = self.regio.pk if self.regio is not None else 0
        return hashlib.sha256(f"{regio}\n{self.eigen}".encode()).hexdigest()[:16]

    def adres(self) -> str:
        return reverse(f"{RUIMTE}:edit", args=[self.versie.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": self.adres(), "label": str(self.versie)},
            {"url": "", "label": self.page_title, "sublabel": self.veld.kolom_label},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        eigen = {"afwijking": self.afwijking, "gemeente": self.versie.gemeente}
        return {**super().get_form_kwargs(), **eigen}

    def get_initial(self) -> dict[str, Any]:
        return {"voorstel": self.voorstel.tekst}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        basis = self.wacht.basis if self.wacht is not None else None
        bij = RegioBij(
            self.regio.tekst if self.regio is not None else "", self.eigen, self.afwijking.wijze, self.wacht
        )
        was = basis.tekst if basis is not None else bij.tekst
        open_vragen = [vraag for vraag in self.rij if vraag.open]
        plaats = plaats_in(open_vragen, self.versie, self.veld)
        deze = plaats_in(self.rij, self.versie, self.veld)
        return {
            **context,
            "versie": self.versie,
            "veld": self.veld,
            "afwijking": self.afwijking,
            "andere": self.afwijkingen[1:],
            "voorstel": self.voorstel,
            "eigen": self.eigen,
            "wacht": self.wacht,
            "regio": bij,
            "eigen_verschil": verschil_tussen(was, self.eigen),
            "gezien": self.gezien,
            "vraag": self.rij[deze] if deze is not None else None,
            "plaats": plaats + 1 if plaats is not None else None,
            "aantal": len(open_vragen),
            "volgende": volgende(self.rij, self.versie, self.veld),
            "terug": self.adres(),
        }

    def form_valid(self, form: BesluitForm) -> HttpResponse:
        if self.request.POST.get("gezien", self.gezien) != self.gezien:
            form.add_error(None, VERANDERD)
            return self.form_invalid(form)
        # Before deciding: afterwards this question has no place in the row any more.
        hierna = volgende(self.rij, self.versie, self.veld)
        besluit = Besluit(form.cleaned_data["besluit"])
        try:
            vastgelegd = beslis(
                versie=self.versie,
                veld=self.veld,
                besluit=besluit,
                reden=form.cleaned_data["reden"],
                later_op=form.later,
                afwijking=self.afwijking,
                tekst=form.cleaned_data["voorstel"],
                door=self.request.user,
            )
        except ValidationError as fout:
            return self._weiger(form, fout)
        self._meld(form, besluit, vastgelegd is not None, hierna)
        return redirect(hierna.adres if hierna is not None else reverse("wagtailadmin_home"))

    def _weiger(self, form: BesluitForm, fout: ValidationError) -> HttpResponse:
        zet_fouten(form, fout, {"tekst": "voorstel"})
        return self.form_invalid(form)

    def _meld(self, form: BesluitForm, besluit: Besluit, vastgelegd: bool, hierna: Vraag | None) -> None:
        waarover = f"{self.versie.product} · {self.veld.kolom_label}"
        wat = {
            Besluit.VOLGEN: "volgt nu de regio.",
            Besluit.HOUDEN: "uw tekst blijft staan.",
            Besluit.COMBINEREN: "de nieuwe tekst staat live.",
            Besluit.LATER: f"u krijgt deze vraag weer op {dag(form.later)}.",
        }[besluit]
        if not vastgelegd:
            wat = "staat in uw concept. Dien het concept in om het te laten publiceren."
        elif besluit is Besluit.COMBINEREN and not self.versie.live:
            wat = "de nieuwe tekst is bewaard."
        slot = "" if hierna is not None else " Er wacht nu geen eigen tekst meer."
        terug = reverse(f"{RUIMTE}:terugnemen", args=[self.versie.pk, self.veld.value])
        knoppen = [messages.button(terug, "Neem terug"), messages.button(self.adres(), "Bekijk")]
        messages.success(self.request, f"{waarover}: {wat}{slot}", buttons=knoppen)
