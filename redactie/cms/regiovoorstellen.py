"""The list of texts that municipalities offered to the region, and what the start page says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F
from django.urls import URLPattern, path, reverse
from wagtail.admin.panels import FieldPanel, ObjectList

from redactie.cms.herzienrij import wat_mag
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag, gemeente_kolom
from redactie.cms.lijst import OpenlijstView
from redactie.cms.regiovoorstel import RUIMTE, TITEL, RegiovoorstelView
from redactie.cms.viewset import RedactieViewSet
from redactie.geteld import geteld
from redactie.keuzes import AfwijkingWijze, Rol, Voorstelstand
from redactie.models import Afwijking, LokaleVersie, Regiovoorstel
from redactie.rechten.persoon import persoon_van

NADRUK = {Voorstelstand.OPEN: "let-op", Voorstelstand.OVERGENOMEN: "live", Voorstelstand.AANGEPAST: "live"}


def stand_chips(voorstel: Regiovoorstel) -> Iterable[Chip]:
    stand = Voorstelstand(voorstel.stand)
    yield Chip(stand.label.lower(), NADRUK.get(stand, ""))


class RegiovoorstelLijst(OpenlijstView):
    page_title = TITEL

    def get_add_url(self) -> None:
        return None


class RegiovoorstelViewSet(RedactieViewSet):
    model = Regiovoorstel
    icon = "upload"
    menu_label = TITEL
    index_view_class = RegiovoorstelLijst
    list_display = [
        "__str__",
        ChipsColumn("stand", label="Stand", chips=stand_chips, width="22%"),
        TekstKolom("reden", label="Waarom", waarde=lambda rij: rij.reden, width="30%"),
        gemeente_kolom(),
        TekstKolom(
            "op",
            label="Sinds",
            waarde=lambda rij: dag(rij.ingediend_op),
            sort_key="ingediend_op",
            width="13%",
        ),
    ]
    list_filter = ["stand", "gemeente"]
    zoekvelden = ("product__titel", "reden", "gemeente__naam")
    haal_op = (("gemeente", "product"), ())
    edit_handler = ObjectList([FieldPanel("reden")])

    def get_urlpatterns(self) -> list[URLPattern]:
        """Of Wagtail's own only the list."""
        over = [lid for lid in super().get_urlpatterns() if lid.name in ("list", "list_results")]
        return [*over, path("bekijken/<int:pk>/", self.construct_view(RegiovoorstelView), name="edit")]


def wachtzinnen(user: Any) -> Iterator[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: to the centre what waits, to a municipality what can go now. 1 query each."""
    if (Rol.CENTRAAL, None) in persoon_van(user).rollen:
        wachtend = list(Regiovoorstel.objects.open().values_list("pk", flat=True))
        if len(wachtend) == 1:
            adres = reverse(f"{RUIMTE}:edit", args=wachtend)
            yield {"tekst": "1 voorstel van een gemeente wacht op u.", "knop": "Bekijk", "adres": adres}
        elif wachtend:
            adres = f"{reverse(f'{RUIMTE}:list')}?stand={Voorstelstand.OPEN}"
            tekst = f"{len(wachtend)} voorstellen van gemeenten wachten op u."
            yield {"tekst": tekst, "knop": "Bekijk", "adres": adres}
    if persoon_van(user).gemeenten:
        yield from _overgenomen(user)


def _overgenomen(user: Any) -> Iterator[dict[str, Any]]:
    """Own texts that the region took over word for word."""
    aantal = (
        Afwijking.objects.filter(
            versie__in=wat_mag(LokaleVersie, user),
            versie__live=True,
            wijze=AfwijkingWijze.VERVANGEN,
            versie__product__regiovoorstellen__stand=Voorstelstand.OVERGENOMEN,
            versie__product__regiovoorstellen__gemeente=F("versie__gemeente"),
            versie__product__regiovoorstellen__veld=F("veld"),
            versie__product__regiovoorstellen__tekst=F("tekst"),
        )
        .distinct()
        .count()
    )
    if aantal:
        wat = geteld(aantal, "1 eigen tekst", "{} eigen teksten")
        tekst = f"De regio nam {wat} van u over. Wat nu gelijk is aan de regio, kan weg."
        adres = f"{reverse('wagtailsnippets_redactie_lokaleversie:opruimen')}?wat=gelijk"
        yield {"tekst": tekst, "knop": "Bekijk", "adres": adres}
