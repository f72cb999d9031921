"""Notices and work instructions: a text with a beginning and an end, for websites, the desk, or both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.permissions import policy_registry

from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag
from redactie.cms.mededelingmaken import MededelingMakenView
from redactie.cms.viewset import RedactieViewSet
from redactie.models import Gemeente, Mededeling
from redactie.rechten.persoon import persoon_van
from redactie.rechten.regels import Bereik


class MededelingForm(RedactieForm):
    """Whoever works for one municipality chooses among his own; "all" is for those who may speak for all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields["sleutel"].required = False
            self.fields["sleutel"].help_text = "Leeg: gemaakt van de tekst."
        persoon = persoon_van(self.for_user)
        policy = policy_registry.get_by_type(Mededeling)
        if self.for_user is None or persoon.alles or "gemeenten" not in self.fields:
            return
        if any(regel.bereik is Bereik.OVERAL for regel, _ in policy.geldig(persoon, {"add"})):
            return
        veld = self.fields["gemeenten"]
        veld.queryset = Gemeente.objects.filter(pk__in=persoon.gemeenten)
        veld.required, veld.help_text = True, ""
        if len(persoon.gemeenten) == 1 and self.instance.pk is None:
            self.initial["gemeenten"] = list(veld.queryset)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if self.instance.pk is None and not schoon.get("sleutel"):
            schoon["sleutel"] = vrije_sleutel(schoon.get("tekst", ""))
        return schoon


def vrije_sleutel(tekst: str) -> str:
    """A key from the first words, with a number where somebody has used those before."""
    begin = slugify(" ".join(tekst.split()[:5]))[:60] or "mededeling"
    bezet = set(Mededeling.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))
    return next(naam for naam in (begin, *(f"{begin}-{n}" for n in range(2, 10_000))) if naam not in bezet)


def stand(mededeling: Mededeling) -> list[Chip]:
    nu = timezone.now()
    if mededeling.tot is not None and mededeling.tot <= nu:
        return [Chip("voorbij")]
    chips = [Chip("komt nog")] if mededeling.van > nu else [Chip("nu te zien", "live")]
    return [*chips, Chip("belangrijk", "let-op")] if mededeling.belangrijk else chips


def voor_wie(mededeling: Mededeling) -> str:
    return ", ".join(gemeente.naam for gemeente in mededeling.gemeenten.all()) or "alle gemeenten"


class MededelingViewSet(RedactieViewSet):
    model = Mededeling
    icon = "warning"
    add_view_class = MededelingMakenView
    list_display = [
        "__str__",
        TekstKolom("soort", label="Soort", waarde=lambda rij: rij.get_soort_display(), width="12%"),
        ChipsColumn("stand", label="Stand", chips=stand, width="18%"),
        TekstKolom("voor", label="Voor", waarde=voor_wie, width="20%"),
        TekstKolom("van", label="Van", waarde=lambda rij: dag(rij.van), sort_key="van", width="14%"),
        TekstKolom("tot", label="Tot", waarde=lambda rij: dag(rij.tot), sort_key="tot", width="14%"),
    ]
    list_filter = ["soort", "belangrijk", "gemeenten"]
    zoekvelden = ("tekst", "sleutel")
    haal_op = ((), ("gemeenten",))
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("soort"),
                    FieldPanel("sleutel"),
                    FieldPanel("tekst", widget=forms.Textarea(attrs={"rows": 3})),
                    FieldPanel("interne_tekst", widget=forms.Textarea(attrs={"rows": 3})),
                    FieldPanel("belangrijk"),
                ],
                heading="Mededeling",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("gemeenten", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("betreft"),
                    FieldPanel("zichtbaar"),
                    FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
                ],
                heading="Waar en wanneer",
            ),
        ],
        base_form_class=MededelingForm,
    )
