"""Synonyms: which words find each other, for whom, who says so and why. Live as soon as they are saved.

Whether a synonym gets in the way of something depends on what is published, which this room does not know: others
answer the hook `antwoord_botsingen`. Bringing a list in and taking it out is in `synoniembestand.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import HistoryView

from redactie.cms.bewerken import AanmakenView, BewerkenView
from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import TekstKolom, dag, gemeente_kolom
from redactie.cms.lijst import LijstView
from redactie.cms.synoniembestand import InleesView, UitvoerView
from redactie.cms.viewset import RedactieViewSet
from redactie.formuliervelden import WoordenlijstFormField
from redactie.keuzes import Richting
from redactie.models import Gemeente, LogRegel, Synoniem
from redactie.persoonsnaam import persoonsnaam
from redactie.synoniemen import SynoniemBron
from redactie.synoniemwoorden import bezwaar

HOOK = "antwoord_botsingen"
RUIMTE = "wagtailsnippets_redactie_synoniem"


def botsingen(synoniem: Synoniem) -> list[str]:
    """What may go wrong with it, in sentences; nobody is stopped by them."""
    slug = synoniem.gemeente.slug if synoniem.gemeente is not None else None
    bron = SynoniemBron(tuple(synoniem.woorden), Richting(synoniem.richting), slug)
    return [zin for haak in hooks.get_hooks(HOOK) for zin in haak(bron, synoniem.pk)]


class WoordenInput(forms.TextInput):
    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[versioned_static("redactie/botsingen.js")])


class SynoniemForm(RedactieForm):
    """A reason is asked of whoever types; rows from a file may come without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].required = True
        self.fields["woorden"].widget = WoordenInput(
            attrs={"data-botsingen": reverse(f"{RUIMTE}:botsingen"), "data-eigen": self.instance.pk or ""}
        )


class MetBotsingen:
    """After saving, say what it gets in the way of: also to who has no script."""

    def save_instance(self) -> Synoniem:
        synoniem = super().save_instance()
        if zinnen := botsingen(synoniem):
            messages.warning(self.request, format_html("Opgeslagen. Let op: {}", " ".join(zinnen)))
        return synoniem


class SynoniemAanmakenView(MetBotsingen, AanmakenView):
    """The address may fill in the fields: `?woorden=pas,paspoort&richting=heen&reden=…`."""

    def get_initial_form_instance(self) -> Synoniem:
        gegeven = self.request.GET
        richting = gegeven.get("richting", "")
        return Synoniem(
            woorden=WoordenlijstFormField().to_python(gegeven.get("woorden", "")),
            richting=richting if richting in set(Richting) else Richting.BEIDE,
            reden=gegeven.get("reden", "")[:300],
        )


class SynoniemBewerkenView(MetBotsingen, BewerkenView):
    pass


class BotsingenView(View):
    """While somebody types: what this synonym would get in the way of, as JSON."""

    wacht_actie = "add"
    model: type[Synoniem] = Synoniem

    def get(self, request: HttpRequest) -> JsonResponse:
        synoniem = _getypt(request)
        mag = synoniem is not None and policy_registry.get_by_type(Synoniem).user_has_permission_for_instance(
            request.user, "add", synoniem
        )
        return JsonResponse({"zinnen": botsingen(synoniem) if mag else []})


def _getypt(request: HttpRequest) -> Synoniem | None:
    """What stands in the form; None as long as it is no synonym yet."""
    gegeven = request.GET
    woorden = WoordenlijstFormField().to_python(gegeven.get("woorden", "")[:1000])
    gemeente, eigen, richting = (gegeven.get(naam, "") for naam in ("gemeente", "eigen", "richting"))
    if bezwaar(woorden) or richting not in set(Richting) or (gemeente and not gemeente.isdecimal()):
        return None
    van = Gemeente.objects.filter(pk=gemeente).first() if gemeente else None
    if gemeente and van is None:
        return None
    pk = int(eigen) if eigen.isdecimal() else None
    return Synoniem(pk=pk, woorden=woorden, richting=richting, gemeente=van)


class SynoniemLijst(LijstView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        knoppen = [*super().header_more_buttons, Button("Uitvoeren (CSV)", reverse(f"{RUIMTE}:uitvoer"))]
        if policy_registry.get_by_type(Synoniem).user_has_permission(self.request.user, "add"):
            knoppen.append(Button("Inlezen (CSV)", reverse(f"{RUIMTE}:inlezen")))
        return knoppen

    def verrijk(self, rijen: list[Synoniem]) -> None:
        """Who changed each row last, from the log. 1 query."""
        laatste = _laatste_regels(rijen)
        for rij in rijen:
            rij.laatste = laatste.get(str(rij.pk))


class SynoniemGeschiedenis(HistoryView):
    """Wagtail shows remarks only of things with revisions."""

    @cached_property
    def columns(self) -> list[Column]:
        wat, *rest = super().columns
        return [wat, TekstKolom("werd", label="Werd, en waarom", waarde=lambda regel: regel.comment), *rest]


def _laatste_regels(rijen: Iterable[Synoniem]) -> dict[str, LogRegel]:
    soort = ContentType.objects.get_for_model(Synoniem)
    regels = LogRegel.objects.filter(content_type=soort, object_id__in=[str(rij.pk) for rij in rijen])
    return {regel.object_id: regel for regel in regels.select_related("user").order_by("timestamp", "id")}


def wie_en_wanneer(rij: Synoniem) -> str | SafeString:
    regel = getattr(rij, "laatste", None)
    if regel is None:
        return "ingelezen"
    wie = persoonsnaam(regel.user) or "ingelezen"
    return format_html("{}<br><small>{}</small>", wie, dag(regel.timestamp))


class SynoniemViewSet(RedactieViewSet):
    model = Synoniem
    icon = "search"
    list_display = [
        "__str__",
        TekstKolom("richting", label="Richting", waarde=lambda rij: rij.get_richting_display(), width="16%"),
        TekstKolom("reden", label="Reden", waarde=lambda rij: rij.reden, width="20%"),
        TekstKolom("wie", label="Wie", waarde=wie_en_wanneer, width="12%"),
        gemeente_kolom(),
    ]
    list_filter = ["richting", "gemeente"]
    zoekvelden = ("woorden", "reden")
    haal_op = (("gemeente",), ())
    index_view_class = SynoniemLijst
    add_view_class = SynoniemAanmakenView
    edit_view_class = SynoniemBewerkenView
    history_view_class = SynoniemGeschiedenis
    edit_handler = ObjectList(
        [
            FieldPanel("woorden"),
            FieldRowPanel([FieldPanel("richting"), FieldPanel("gemeente")]),
            FieldPanel("reden"),
        ],
        base_form_class=SynoniemForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("botsingen/", self.construct_view(BotsingenView), name="botsingen"),
            path("uitvoer/", self.construct_view(UitvoerView), name="uitvoer"),
            path("inlezen/", self.construct_view(InleesView), name="inlezen"),
        ]
