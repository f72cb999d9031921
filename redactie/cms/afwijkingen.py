"""The rows of deviations on the screen of a local version: each beside the central text it is about.

Shows the word differences, and says where the region's text has changed since. Which texts those are is read by
`redactie/herzien.py`; deciding has a page of its own (`besluit.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.admin.panels.base import get_form_for_model

from redactie.cms.markdown import MarkdownInput
from redactie.cms.rijen import RijenPanel
from redactie.cms.uitwerking import Lezer, UitwerkingPanel, regio_op
from redactie.cms.verschil import verschil_tussen
from redactie.herzien import te_herzien, tekst_in_kracht
from redactie.keuzes import Aangeboden, AfwijkingWijze
from redactie.lezen import afwijking_bron
from redactie.models import Afwijking, LokaleVersie, Tekstversie
from redactie.periode import dag_van
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld

VAST = ("veld", "wijze", "vanaf")
VERBERGEN = AfwijkingWijze.VERBERGEN


class AfwijkingForm(WagtailAdminModelForm):
    """A row that exists keeps its field, way and first day; a new one remembers the central text it began with."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    """Id of the central text that the editor had before him. A new row of a draft has no id of its own to keep it by:
    each autosave makes the row anew."""

    versie: LokaleVersie | None = None
    """Hung on by the form of the local version: a new row does not know yet what it belongs to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["gezien"] = self.instance.basis_id or ""
        if self.instance.pk is not None:
            for naam in VAST:
                self.fields[naam].disabled = True

    def hoort_bij(self, versie: LokaleVersie) -> None:
        """Fields that the centre has fixed cannot be deviated from."""
        self.versie = versie
        if versie.product_id is None or self.instance.pk is not None:
            return
        vast = set(versie.product.vaste_velden)
        keuzes = [(waarde, label) for waarde, label in self.fields["veld"].choices if waarde not in vast]
        self.fields["veld"].choices = keuzes

    def has_changed(self) -> bool:
        # The hidden id alone is no work of an editor.
        return any(naam != "gezien" for naam in self.changed_data)

    def _post_clean(self) -> None:
        super()._post_clean()
        nieuw, product_id = self.instance, self.versie.product_id if self.versie is not None else None
        if nieuw.pk is None and product_id and nieuw.veld:
            nieuw.basis = self._gezien(product_id) or tekst_in_kracht(product_id=product_id, veld=nieuw.veld)

    def _gezien(self, product_id: int) -> Tekstversie | None:
        gezien = self.cleaned_data.get("gezien", "")
        if not gezien.isdecimal():
            return None
        return Tekstversie.objects.filter(
            pk=gezien, product=product_id, veld=self.instance.veld, vanaf__lte=timezone.now()
        ).first()

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        updates = super().get_field_updates_for_resave()
        if self.instance.pk is None and self.instance.basis_id is not None:
            updates.append((f"{self.prefix}-gezien", str(self.instance.basis_id)))
        return updates


@dataclass(frozen=True, slots=True)
class RegioBij:
    """What stands beside a deviation: the central text, the difference, and why it waits for a judgement."""

    tekst: str
    eigen: str
    wijze: str
    wacht: TeHerzien | None = None
    veld: str = ""
    vast: bool = False
    """The centre has fixed this field: the own text does not count."""
    aan_te_bieden: int | None = None
    """Id of the published own text, where it can be offered to the region."""

    @property
    def veranderd(self) -> SafeString:
        """From the text that the deviation was judged against to the one that holds now."""
        if self.wacht is None:
            return SafeString("")
        was = self.wacht.basis.tekst if self.wacht.basis is not None else ""
        return verschil_tussen(was, self.tekst)


class RegioPanel(Panel):
    """Beside one deviation; `AfwijkingenPanel` hangs what it shows on the form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/lokaal/regio.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return {**context, "regio": getattr(self.form, "regio", None), "versie_pk": self.form.versie_pk}


def _is_aan_te_bieden(afwijking: Afwijking, versie: LokaleVersie) -> bool:
    van_de_regio = versie.product_id is not None and versie.product.gemeente_id is None
    return versie.live and van_de_regio and bool(afwijking.tekst.strip()) and afwijking.wijze != VERBERGEN


class AfwijkingenPanel(RijenPanel):
    def get_form_options(self) -> dict[str, Any]:
        opties = super().get_form_options()
        formset = opties["formsets"][self.relation_name]
        formset["form"] = get_form_for_model(Afwijking, form_class=AfwijkingForm)
        return opties

    class BoundPanel(RijenPanel.BoundPanel):
        template_name = "redactie/lokaal/afwijkingen.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None:
                return
            versie: LokaleVersie = self.instance
            self.bases = regionale_teksten(versie)
            teksten = {veld: basis.tekst for veld, basis in self.bases.items()}
            wacht = te_herzien([versie]).get(versie.pk, {}) if versie.pk is not None else {}
            self.empty_child.form.hoort_bij(versie)
            for kind in [*self.children, self.empty_child]:
                afwijking = kind.form.instance
                kind.form.versie_pk = versie.pk
                kind.form.regio = RegioBij(
                    teksten.get(afwijking.veld, ""),
                    afwijking.tekst,
                    afwijking.wijze,
                    wacht.get(afwijking.veld) if afwijking.pk is not None else None,
                    afwijking.veld,
                    versie.product_id is not None and afwijking.veld in versie.product.vaste_velden,
                    afwijking.pk if _is_aan_te_bieden(afwijking, versie) else None,
                )
            self._hang_uitwerking_op(versie)

        def _hang_uitwerking_op(self, versie: LokaleVersie) -> None:
            """What readers get of each row, out of one reading."""
            if versie.product_id is None or versie.gemeente_id is None:
                return
            bronnen = [
                (kind, afwijking_bron(kind.form.instance, ())) for kind in self.children if _is_af(kind)
            ]
            eigen = [bron for _, bron in bronnen]
            lezer = Lezer(versie.product.sleutel, versie.gemeente.als_bron(), self.bases.values(), eigen)
            nu = timezone.now()
            for kind, bron in bronnen:
                erbij = [ander for ander in eigen if ander.veld is bron.veld and ander is not bron]
                geldig = [
                    ander for ander in erbij if ander.periode.tot is None or ander.periode.tot >= dag_van(nu)
                ]
                kind.form.uitwerking = lezer.van(bron, geldig, nu)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            bases = {veld: {"id": basis.pk, "tekst": basis.tekst} for veld, basis in self.bases.items()}
            return {**super().get_context_data(parent_context), "bases": bases}


def _is_af(kind: Any) -> bool:
    """A row with a field and a way: a new one may have neither."""
    rij = kind.form.instance
    return rij.veld in set(Veld) and rij.wijze in set(AfwijkingWijze)


def regionale_teksten(versie: LokaleVersie) -> dict[str, Tekstversie]:
    """veld → the central text that holds now; empty for a local version without a product."""
    if versie.product_id is None:
        return {}
    return {basis.veld: basis for basis in regio_op(versie.product, timezone.now())}


def afwijkingen_panel() -> AfwijkingenPanel:
    return AfwijkingenPanel(
        "afwijkingen",
        heading="Eigen tekst per veld",
        label="eigen tekst",
        panels=[
            FieldRowPanel([FieldPanel("veld"), FieldPanel("wijze")]),
            FieldRowPanel(
                [RegioPanel(), FieldPanel("tekst", heading="Onze tekst", widget=MarkdownInput())],
                classname="antwoord-twee",
            ),
            UitwerkingPanel(heading="Zo leest men het"),
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
