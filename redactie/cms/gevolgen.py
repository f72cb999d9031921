"""Gevolgen: beside a central text, what it would do in each municipality. Looks, and stores nothing.

What the consequences are stands in `redactie/gevolgen.py`; here they become sentences, on a page of their own (which
also works without JavaScript) and in a panel that asks for that same list after a pause in the typing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.views.generic import TemplateView
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.bronnen import GemeenteBron
from redactie.cms.gevolgzinnen import Leestekst, groepen_in_woorden, samenvatting
from redactie.gevolgen import Tekstwijziging, Vergelijking
from redactie.keuzes import Klasse
from redactie.lezen_gevolgen import gemeenten_voor, lees_vergelijking
from redactie.models import Product
from redactie.opmaak import naar_html
from redactie.periode import begin_van, dag_van
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_product"


BIJ_TEGELIJK = 8
"""Municipalities whose texts are shown at once."""


class GevolgenView(WagtailAdminTemplateMixin, TemplateView):
    """GET: of the draft as it is kept, or of a planned text. POST: of what is typed. `deel`: the list alone."""

    wacht_actie = "change"
    model: type[Product] = Product
    page_title = "Gevolgen per gemeente"
    header_icon = "group"
    template_name = "redactie/gevolgen/pagina.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.wijziging = getypt(request.POST)
        return self.get(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        return ["redactie/gevolgen/lijst.html" if "deel" in self.request.GET else self.template_name]

    @cached_property
    def product(self) -> Product:
        return Product.objects.select_related("gemeente").get(pk=self.kwargs["pk"])

    @cached_property
    def wijziging(self) -> Tekstwijziging:
        nummer = self.request.GET.get("tekstversie", "")
        versie = self.product.tekstversies.filter(pk=nummer).first() if nummer.isdecimal() else None
        if versie is not None and versie.vanaf > timezone.now():
            return Tekstwijziging({Veld(versie.veld): versie.tekst}, versie.vanaf, Klasse(versie.klasse))
        concept = self.product.get_latest_revision_as_object()
        return Tekstwijziging(concept.teksten(), timezone.now(), Klasse(concept.klasse))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Producten"},
            {"url": reverse(f"{RUIMTE}:edit", args=[self.product.pk]), "label": str(self.product)},
            {"url": "", "label": self.page_title, "sublabel": str(self.product)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deel = "deel" in self.request.GET
        basis = {} if deel else super().get_context_data(**kwargs)
        wijziging, vergelijking = self.wijziging, lees_vergelijking(self.product, self.wijziging)
        gemeenten = gemeenten_voor(self.product, wijziging.op)
        gevolgen = vergelijking.gevolgen(gemeenten)
        bij = self.request.POST.getlist("bij")[:BIJ_TEGELIJK]
        teksten = {lid.slug: leesteksten(vergelijking, lid) for lid in gemeenten if lid.slug in bij}
        return {
            **basis,
            "gevolgen": gevolgen,
            "samenvatting": samenvatting(gevolgen, straks=straks(wijziging.op)),
            "groepen": groepen_in_woorden(gevolgen, wijziging.klasse, straks(wijziging.op), teksten),
            "bij": bij,
            "verborgen": verborgen_velden(wijziging, gevolgen.velden),
            "adres": reverse(f"{RUIMTE}:gevolgen", args=[self.product.pk]),
            "paneel": deel,
            "terug": reverse(f"{RUIMTE}:edit", args=[self.product.pk]),
        }


def getypt(post: QueryDict) -> Tekstwijziging:
    """The texts in a form: all fields by their name, or one as `veld` and `tekst`; from `vanaf`, or now."""
    teksten = {veld: post[veld.value] for veld in Veld if veld.value in post}
    if post.get("veld") in set(Veld) and "tekst" in post:
        teksten = {Veld(post["veld"]): post["tekst"]}
    klasse = post.get("klasse", "")
    return Tekstwijziging(
        {veld: tekst.replace("\r\n", "\n") for veld, tekst in teksten.items()},
        moment(post.get("vanaf", "")),
        Klasse(klasse) if klasse in set(Klasse) else Klasse.INHOUDELIJK,
    )


def moment(vanaf: str) -> datetime:
    """The beginning of that day; now, for a day that is no day or that has been."""
    nu = timezone.now()
    try:
        begin = begin_van(date.fromisoformat(vanaf))
    except ValueError:
        return nu
    return max(begin, nu)


def straks(op: datetime) -> date | None:
    """The day on which it happens, when that is still to come."""
    return dag_van(op) if op > timezone.now() else None


def leesteksten(vergelijking: Vergelijking, bij: GemeenteBron) -> tuple[Leestekst, ...]:
    return tuple(
        Leestekst(
            lid.veld.kolom_label,
            mark_safe(naar_html(lid.voor)),  # noqa: S308  made safe by opmaak.py
            mark_safe(naar_html(lid.na)),  # noqa: S308  made safe by opmaak.py
            lid.voor == lid.na,
        )
        for lid in vergelijking.voor_na(bij)
    )


def verborgen_velden(wijziging: Tekstwijziging, velden: tuple[Veld, ...]) -> list[tuple[str, str]]:
    """What a form on the page sends along, to ask about the same change again."""
    dag = straks(wijziging.op)
    return [
        *((veld.value, wijziging.teksten[veld]) for veld in velden),
        ("klasse", wijziging.klasse.value),
        *((("vanaf", dag.isoformat()),) if dag is not None else ()),
    ]


class GevolgenPaneel(BaseSidePanel):
    """Beside the form; filled by gevolgen.js when it is opened and after a pause in the typing."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Gevolgen per gemeente"
        icon_name = "group"
        has_counter = False

    name = "gevolgen"
    title = "Gevolgen per gemeente"
    template_name = "redactie/gevolgen/paneel.html"
    order = 310

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().get_context_data(parent_context),
            "adres": reverse(f"{RUIMTE}:gevolgen", args=[self.object.pk]),
        }
