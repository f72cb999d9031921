"""The rows of deviations on the screen of a local version: each beside the central text it is about.

Shows the word differences, and says where the region's text has changed since. Which texts those are is read by
`redactie/herzien.py`; deciding has a page of its own (`besluit.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel
from wagtail.admin.panels.base import get_form_for_model

from redactie.cms.markdown import MarkdownInput
from redactie.herzien import te_herzien, tekst_in_kracht
from redactie.keuzes import Aangeboden, AfwijkingWijze
from redactie.models import Afwijking, LokaleVersie
from redactie.samenvoegen import TeHerzien
from redactie.teksten import gepubliceerde_teksten
from redactie.veld import Veld
from redactie.woordverschil import verschil_als_html

VAST = ("veld", "wijze", "vanaf")


class AfwijkingForm(WagtailAdminModelForm):
    """A row that exists keeps its field, way and first day; a new one remembers the central text it began with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            for naam in VAST:
                self.fields[naam].disabled = True
        self._kies_velden()

    def _product_id(self) -> int | None:
        versie = getattr(self.instance, "versie", None)
        return versie.product_id if versie is not None else None

    def _kies_velden(self) -> None:
        """Fields that the centre has fixed cannot be deviated from."""
        versie = getattr(self.instance, "versie", None)
        if versie is None or versie.product_id is None or self.instance.pk is not None:
            return
        vast = set(versie.product.vaste_velden)
        self.fields["veld"].choices = [
            (waarde, label) for waarde, label in self.fields["veld"].choices if waarde not in vast
        ]

    def _post_clean(self) -> None:
        super()._post_clean()
        product_id = self._product_id()
        if self.instance.pk is None and self.instance.basis_id is None and product_id and self.instance.veld:
            self.instance.basis = tekst_in_kracht(product_id=product_id, veld=self.instance.veld)


@dataclass(frozen=True, slots=True)
class RegioBij:
    """What stands beside a deviation: the central text, the difference, and why it waits for a judgement."""

    tekst: str
    eigen: str
    wijze: str
    wacht: TeHerzien | None = None
    veld: str = ""

    @property
    def verschil(self) -> SafeString:
        """From the central text to one's own; empty where the own text is not in its place."""
        if self.wijze != AfwijkingWijze.VERVANGEN:
            return SafeString("")
        return mark_safe(verschil_als_html(self.tekst, self.eigen))  # noqa: S308  escaped there

    @property
    def veranderd(self) -> SafeString:
        """From the text that the deviation was judged against to the one that holds now."""
        if self.wacht is None:
            return SafeString("")
        was = self.wacht.basis.tekst if self.wacht.basis is not None else ""
        return mark_safe(verschil_als_html(was, self.tekst))  # noqa: S308  escaped there


class RegioPanel(Panel):
    """Beside one deviation; `AfwijkingenPanel` hangs what it shows on the form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/lokaal/regio.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return {**context, "regio": getattr(self.form, "regio", None), "versie_pk": self.form.versie_pk}


class AfwijkingenPanel(InlinePanel):
    def get_form_options(self) -> dict[str, Any]:
        opties = super().get_form_options()
        formset = opties["formsets"][self.relation_name]
        formset["form"] = get_form_for_model(Afwijking, form_class=AfwijkingForm)
        return opties

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "redactie/lokaal/afwijkingen.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None:
                return
            versie: LokaleVersie = self.instance
            self.teksten = regionale_teksten(versie)
            wacht = te_herzien([versie]).get(versie.pk, {}) if versie.pk is not None else {}
            for kind in [*self.children, self.empty_child]:
                afwijking = kind.form.instance
                kind.form.versie_pk = versie.pk
                kind.form.regio = RegioBij(
                    self.teksten.get(afwijking.veld, ""),
                    afwijking.tekst,
                    afwijking.wijze,
                    wacht.get(afwijking.veld) if afwijking.pk is not None else None,
                    afwijking.veld,
                )

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "teksten": self.teksten}


def regionale_teksten(versie: LokaleVersie) -> dict[str, str]:
    """veld → the central text that holds now; empty for a local version without a product."""
    if versie.product_id is None:
        return {}
    return gepubliceerde_teksten(product=versie.product, op=timezone.now())


def afwijkingen_panel() -> AfwijkingenPanel:
    return AfwijkingenPanel(
        "afwijkingen",
        heading="Eigen tekst per veld",
        label="eigen tekst",
        panels=[
            FieldRowPanel([FieldPanel("veld"), FieldPanel("wijze")]),
            RegioPanel(),
            FieldPanel("tekst", heading="Onze tekst", widget=MarkdownInput()),
            FieldRowPanel([FieldPanel("soort"), FieldPanel("vanaf"), FieldPanel("tot")]),
            FieldPanel("reden"),
        ],
    )


def aanbod_chip(versie: LokaleVersie) -> str:
    """How a municipality answers "do you offer this", as a chip; empty where it simply does."""
    return {
        Aangeboden.NEE: "niet aangeboden",
        Aangeboden.VALT_ONDER: "valt onder ander product",
    }.get(Aangeboden(versie.aangeboden), "")


def veldnamen(velden: Any) -> str:
    return ", ".join(Veld(veld).kolom_label for veld in velden)
