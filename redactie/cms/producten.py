"""Products: the central texts, and a municipality's own ones. One screen in tabs."""

from __future__ import annotations

from django import forms
from django.urls import URLPattern, path
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from redactie.cms.bekijken import ProductBekijkenView
from redactie.cms.feitenantwoorden import TekstPanel
from redactie.cms.gevolgen import GevolgenView
from redactie.cms.gevolgknop import GevolgenKnop
from redactie.cms.handbedragen import BedragenView
from redactie.cms.herindelen import HerindeelView
from redactie.cms.kolommen import ChipsColumn, TekstKolom, dag, gemeente_kolom
from redactie.cms.markdown import MarkdownInput, PlatteTekstInput
from redactie.cms.productbewerken import ProductBewerkenView
from redactie.cms.productformulier import ProductForm
from redactie.cms.productgebruik import ProductGebruikView, ProductIntrekkenView, ProductVerwijderenView
from redactie.cms.productkiezer import ProductZoekView
from redactie.cms.productlijst import ProductLijst, product_chips
from redactie.cms.rijen import RijenPanel
from redactie.cms.spoed import SpoedcontroleView, SpoedView
from redactie.cms.tijdlijn import CorrectieView, IntrekView, PlanView
from redactie.cms.tijdlijnpaneel import TijdlijnPanel
from redactie.cms.upnlijst import UpnLijstView
from redactie.cms.vastzetten import VastzetPanel
from redactie.cms.viewset import RedactieViewSet
from redactie.models import Product
from redactie.veld import MAX_SAMENVATTING, Veld

HULP: dict[Veld, str] = {
    Veld.SAMENVATTING: f"Platte tekst, hele zinnen, hoogstens {MAX_SAMENVATTING} tekens.",
    Veld.SPREEKANTWOORD: "Wat een medewerker voorleest of mailt. Hoogstens 40 woorden.",
    Veld.KOSTEN: "Bedragen typt u niet: {tarieven:paspoort} zet de tabel van deze gemeente neer.",
    Veld.TERMIJN: "Een termijn zet u neer met een gegeven: {gegeven:termijn-paspoort}.",
    Veld.CONTACT: "Alleen wat niet bij het contactpunt staat.",
}


def tekstpaneel(veld: Veld) -> TekstPanel:
    widget = (
        forms.TextInput()
        if veld.enkele_regel
        else PlatteTekstInput()
        if veld.platte_tekst
        else MarkdownInput()
    )
    return TekstPanel(veld.value, heading=veld.kolom_label, help_text=HULP.get(veld, ""), widget=widget)


TEKST = [
    MultiFieldPanel([tekstpaneel(veld) for veld in Veld if not veld.intern], heading="Voor iedereen"),
    MultiFieldPanel([tekstpaneel(veld) for veld in Veld if veld.intern], heading="Alleen voor de balie"),
    MultiFieldPanel(
        [
            FieldPanel("klasse", widget=forms.RadioSelect),
            FieldPanel(
                "nakijken_voor", help_text="Bij spoed: de datum waarvóór gemeenten hun tekst nakijken."
            ),
            FieldPanel(
                "toelichting",
                help_text="Wat verandert er, en waarom? Gemeenten met een eigen tekst lezen dit.",
            ),
            GevolgenKnop(),
        ],
        heading="Bij het publiceren",
    ),
]
INDELING = [
    MultiFieldPanel(
        [
            FieldPanel("sleutel"),
            FieldRowPanel([FieldPanel("productsoort"), FieldPanel("aanbod")]),
            FieldPanel("gemeente"),
            FieldPanel("upn"),
        ],
        heading="Wat het is",
    ),
    MultiFieldPanel(
        [
            FieldPanel("doelgroepen"),
            FieldPanel("themas", widget=forms.CheckboxSelectMultiple),
            FieldPanel("trefwoorden"),
            FieldPanel("verwant"),
        ],
        heading="Hoe men het vindt",
    ),
    MultiFieldPanel(
        [FieldPanel("eigenaar"), FieldPanel("behandelaar"), FieldPanel("controledatum")],
        heading="Wie erover gaat",
    ),
    MultiFieldPanel([FieldPanel("vaste_velden"), VastzetPanel()], heading="Waar geen gemeente van afwijkt"),
]
KANALEN = [
    RijenPanel(
        "kanalen",
        heading="Kanalen",
        label="kanaal",
        help_text="De manieren om iets te regelen. Een gemeente kan haar eigen kanaal geven.",
        panels=[
            FieldRowPanel([FieldPanel("actie"), FieldPanel("wijze")]),
            FieldPanel("adres"),
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("inlogmiddel"), FieldPanel("niveau")]),
            FieldPanel("aangewezen"),
        ],
    )
]
EINDE = MultiFieldPanel(
    [
        FieldPanel("vervalt_op"),
        FieldPanel("opvolger"),
        FieldPanel("vervallen_toelichting", heading="Uitleg bij het einde", widget=MarkdownInput()),
    ],
    heading="Einde van dit product",
)


class ProductViewSet(RedactieViewSet):
    model = Product
    icon = "doc-full"
    list_display = [
        "titel",
        ChipsColumn("stand", label="Stand", chips=product_chips, width="17%"),
        TekstKolom("soort", label="Soort", waarde=lambda rij: rij.get_productsoort_display(), width="10%"),
        gemeente_kolom(),
        TekstKolom(
            "controledatum",
            label="Controle vóór",
            waarde=lambda rij: dag(rij.controledatum),
            sort_key="controledatum",
            width="14%",
        ),
    ]
    list_filter = {
        "productsoort": ["exact"],
        "aanbod": ["exact"],
        "live": ["exact"],
        "has_unpublished_changes": ["exact"],
        "gemeente": ["exact"],
        "themas": ["exact"],
        "controledatum": ["lt"],
    }
    zoekvelden = ("titel", "sleutel", "samenvatting", "trefwoorden")
    haal_op = (("gemeente", "latest_revision"), ())
    inspect_view_enabled = True
    index_view_class = ProductLijst
    edit_view_class = ProductBewerkenView
    inspect_view_class = ProductBekijkenView
    delete_view_class = ProductVerwijderenView
    delete_template_name = "redactie/product/verwijderen.html"
    unpublish_view_class = ProductIntrekkenView
    inspect_template_name = ProductBekijkenView.template_name
    edit_handler = TabbedInterface(
        [
            ObjectList(TEKST, heading="Tekst"),
            ObjectList(INDELING, heading="Indeling"),
            ObjectList(KANALEN, heading="Kanalen"),
            ObjectList([TijdlijnPanel(heading="Geplande teksten"), EINDE], heading="Planning"),
        ],
        base_form_class=ProductForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("upn/", self.construct_view(UpnLijstView), name="upn"),
            path("zoek/", self.construct_view(ProductZoekView), name="zoek"),
            path("bedragen/", self.construct_view(BedragenView), name="bedragen"),
            path("gebruik/<int:pk>/", self.construct_view(ProductGebruikView), name="gebruik"),
            path("gevolgen/<int:pk>/", self.construct_view(GevolgenView), name="gevolgen"),
            path("spoed/<int:pk>/", self.construct_view(SpoedView), name="spoed"),
            path(
                "spoed/<int:pk>/<int:spoed>/controle/",
                self.construct_view(SpoedcontroleView),
                name="spoedcontrole",
            ),
            path("plannen/<int:pk>/", self.construct_view(PlanView), name="plannen"),
            path("corrigeren/<int:pk>/", self.construct_view(CorrectieView), name="corrigeren"),
            path("soort/<int:pk>/<int:tekstversie>/", self.construct_view(HerindeelView), name="herindelen"),
            path(
                "gepland/<int:pk>/<int:tekstversie>/intrekken/",
                self.construct_view(IntrekView),
                name="intrekken",
            ),
        ]
