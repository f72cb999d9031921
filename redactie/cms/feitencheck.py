"""Fact checks in the CMS: ask somebody outside to look at a text, and which checks there are.

The link is shown once, right after it is made: the database keeps only its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.permissions import policy_registry

from redactie.cms.bewerken import AanmakenView
from redactie.cms.feitencheckblad import RUIMTE, FeitencheckView, IntrekkenView, VerwerktView
from redactie.cms.formulier import RedactieForm
from redactie.cms.kiezen import zichtbaar
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag, gemeente_kolom
from redactie.cms.lijst import OpenlijstView
from redactie.cms.productkiezer import ProductenField
from redactie.cms.viewset import RedactieViewSet
from redactie.feitencheck.openen import mag_vragen
from redactie.feitencheck.vastleggen import HOOGSTENS_PRODUCTEN, vraag_feitencheck
from redactie.geteld import geteld
from redactie.keuzes import Feitenoordeel
from redactie.models import Feitencheck, Product

TERMIJNEN = [(7, "een week"), (14, "twee weken"), (30, "dertig dagen"), (60, "zestig dagen")]
NIEUW = Count("antwoorden", filter=Q(antwoorden__verwerkt_op__isnull=True), distinct=True)
OPMERKINGEN = Count(
    "antwoorden",
    filter=Q(antwoorden__verwerkt_op__isnull=True, antwoorden__oordeel=Feitenoordeel.OPMERKING),
    distinct=True,  # a search joins the texts of a check
)


class FeitencheckForm(RedactieForm):
    producten = ProductenField(label="Teksten", help_text="Zoek op titel. Meer dan één kan.")
    dagen = forms.TypedChoiceField(
        label="De link werkt",
        choices=TERMIJNEN,
        coerce=int,
        initial=14,
        help_text="Daarna opent hij niets meer.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producten"].required = True

    def clean_peildatum(self) -> Any:
        datum = self.cleaned_data["peildatum"]
        if datum is not None and datum < timezone.localdate():
            raise ValidationError("Kies vandaag of een dag die nog komt.")
        return datum

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        gekozen = list(schoon.get("producten") or ())
        if len(gekozen) > HOOGSTENS_PRODUCTEN:
            self.add_error("producten", f"Kies hoogstens {HOOGSTENS_PRODUCTEN} teksten.")
        niet = [
            product for product in gekozen if not mag_vragen(self.for_user, product, schoon.get("gemeente"))
        ]
        if niet and "gemeente" not in self.errors:
            namen = ", ".join(f"“{product}”" for product in niet[:3])
            self.add_error("producten", f"U kunt dit hier niet laten nakijken: {namen}.")
        return schoon


def check_chips(check: Feitencheck) -> Iterable[Chip]:
    if check.opmerkingen:
        yield Chip(geteld(check.opmerkingen, "1 opmerking", "{} opmerkingen"), "let-op")
    if klopt := check.nieuw - check.opmerkingen:
        yield Chip(f"{klopt} keer klopt")
    if check.ingetrokken_op is not None:
        yield Chip("ingetrokken")
    elif not check.is_open(timezone.now()):
        yield Chip("voorbij")
    elif not check.nieuw:
        yield Chip("wacht op antwoord")


class FeitencheckLijst(OpenlijstView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().annotate(nieuw=NIEUW, opmerkingen=OPMERKINGEN)


class FeitencheckMaken(AanmakenView):
    """`?product=…` starts with that text. Saving shows the link, and nothing else ever does."""

    page_title = "Laat een tekst nakijken"

    def get_initial(self) -> dict[str, Any]:
        gevraagd = self.request.GET.get("product", "")
        beginnen = gevraagd if gevraagd.isdecimal() and len(gevraagd) < 19 else "0"
        producten = zichtbaar(self.request.user, Product).filter(pk=beginnen)
        return {**super().get_initial(), "producten": list(producten)}

    def form_valid(self, form: FeitencheckForm) -> HttpResponse:
        schoon = form.cleaned_data
        check, code = vraag_feitencheck(
            door=self.request.user,
            **{
                naam: schoon[naam]
                for naam in ("aan", "producten", "dagen", "gemeente", "bericht", "peildatum")
            },
        )
        link = self.request.build_absolute_uri(reverse("feitencheck:check", args=[code]))
        brief = _brief(check, link)
        context = {
            **self.get_context_data(),
            "page_title": "De link is gemaakt",
            "check": check,
            "link": link,
            "mail": f"mailto:?subject={quote('Wilt u een tekst nakijken?')}&body={quote(brief)}",
        }
        return TemplateResponse(
            self.request, "redactie/feitencheck/gemaakt.html", context, headers={"Cache-Control": "no-store"}
        )


def _brief(check: Feitencheck, link: str) -> str:
    return (
        f"Wilt u nakijken of onze tekst klopt?\n\n{link}\n\n"
        f"U hebt geen account nodig. De link werkt tot en met {dag(check.laatste_dag)}. "
        "Stuur hem alleen door aan wie de tekst ook moet nakijken.\n"
    )


class FeitencheckViewSet(RedactieViewSet):
    model = Feitencheck
    icon = "check"
    menu_label = "Feitenchecks"
    index_view_class = FeitencheckLijst
    add_view_class = FeitencheckMaken
    list_display = [
        "aan",
        ChipsColumn("stand", label="Stand", chips=check_chips, width="26%"),
        TekstKolom(
            "teksten",
            label="Teksten",
            waarde=lambda rij: ", ".join(str(product) for product in rij.producten.all()),
            width="28%",
        ),
        gemeente_kolom(),
        TekstKolom(
            "tot",
            label="Tot en met",
            waarde=lambda rij: dag(rij.laatste_dag),
            sort_key="geldig_tot",
            width="14%",
        ),
    ]
    zoekvelden = ("aan", "producten__titel", "gemeente__naam")
    haal_op = (("gemeente",), ("producten",))
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("aan"), FieldPanel("bericht")], heading="Wie, en wat u wilt weten"),
            MultiFieldPanel(
                [FieldPanel("producten"), FieldRowPanel([FieldPanel("gemeente"), FieldPanel("peildatum")])],
                heading="Welke tekst",
            ),
            FieldPanel("dagen"),
        ],
        base_form_class=FeitencheckForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Of Wagtail's own only the list and the form to make one."""
        over = [lid for lid in super().get_urlpatterns() if lid.name in ("list", "list_results", "add")]
        return [
            *over,
            path("bekijken/<int:pk>/", self.construct_view(FeitencheckView), name="edit"),
            path("intrekken/<int:pk>/", self.construct_view(IntrekkenView), name="intrekken"),
            path("verwerkt/<int:pk>/", self.construct_view(VerwerktView), name="alles_verwerkt"),
            path("verwerkt/<int:pk>/<int:antwoord>/", self.construct_view(VerwerktView), name="verwerkt"),
        ]


def wachtzinnen(user: Any) -> Iterator[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: answers to one's own checks. 1 query."""
    policy = policy_registry.get_by_type(Feitencheck)
    if not policy.user_has_permission(user, "change"):
        return
    mijn = policy.instances_user_has_permission_for(user, "change").filter(vrager=user)
    for check in mijn.annotate(nieuw=NIEUW, opmerkingen=OPMERKINGEN).filter(nieuw__gt=0)[:5]:
        wat = _geantwoord(check.opmerkingen, check.nieuw - check.opmerkingen)
        yield {
            "tekst": f"{check.aan} keek uw tekst na: {wat}.",
            "knop": "Lees",
            "adres": reverse(f"{RUIMTE}:edit", args=[check.pk]),
        }


def _geantwoord(opmerkingen: int, klopt: int) -> str:
    delen = []
    if opmerkingen:
        delen.append(geteld(opmerkingen, "1 opmerking", "{} opmerkingen"))
    if klopt:
        delen.append(f"{klopt} keer “klopt”")
    return " en ".join(delen)
