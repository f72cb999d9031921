"""The grid of a group of tariffs: owners down, years across. What it does stands in `redactie/tarieven.py`."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.kiezen import zichtbaar
from redactie.cms.kolommen import periode
from redactie.geteld import geteld
from redactie.keuzes import TariefStatus
from redactie.models import Tarief
from redactie.opzoeken import bedrag_tekst
from redactie.tariefrooster import STAPPEN, Cel, Celstand, getypt, lees_bedrag, rooster
from redactie.tarieven import Jaarovergang, maak_jaar, nieuw_bedrag, stel_vast, zet_bedragen

RUIMTE = "wagtailsnippets_redactie_tarief"
ZONDER_GROEP = "zonder-groep"


class JaarForm(forms.Form):
    """How the next year begins."""

    wijze = forms.ChoiceField(
        choices=[
            ("kopie", "Zelfde bedragen"),
            ("percentage", "Bedragen met een percentage"),
            ("leeg", "Leeg, om in te vullen"),
        ],
        label="Begin met",
    )
    percentage = forms.DecimalField(
        required=False,
        min_value=-100,
        max_value=1000,
        decimal_places=2,
        localize=True,
        label="Percentage erbij",
    )
    stap = forms.TypedChoiceField(
        choices=[(str(stap), f"€ {getypt(stap)}") for stap in STAPPEN], coerce=Decimal, label="Afgerond op"
    )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if schoon.get("wijze") == "percentage" and schoon.get("percentage") is None and not self.errors:
            self.add_error("percentage", "Vul in hoeveel procent erbij komt.")
        return schoon


@dataclass(frozen=True, slots=True)
class Veldje:
    """One cell on screen. `naam` is empty where nothing can be typed."""

    woord: str
    nadruk: str
    naam: str = ""
    waarde: str = ""
    stond: str = ""
    fout: str = ""
    rijen: tuple[tuple[str, str], ...] = ()
    """Text and address of the rows that are not typed here."""


class TariefRoosterView(WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "view"
    model: type[Tarief] = Tarief
    page_title = "Tarieven per jaar"
    header_icon = "tag"
    template_name = "redactie/feit/rooster.html"
    fouten: dict[str, str] = {}
    jaarform: JaarForm | None = None

    @cached_property
    def groepen(self) -> list[str]:
        namen = zichtbaar(self.request.user, Tarief).order_by("groep").values_list("groep", flat=True)
        return [naam or ZONDER_GROEP for naam in namen.distinct()]

    @cached_property
    def groep(self) -> str:
        """The one in the address, or the first."""
        gevraagd = self.request.GET.get("groep", "")
        if gevraagd and gevraagd not in self.groepen:
            raise Http404
        return gevraagd or (self.groepen[0] if self.groepen else "")

    @cached_property
    def jaar(self) -> int:
        jaar = self.request.GET.get("jaar", "")
        return int(jaar) if jaar.isdecimal() and 2000 <= int(jaar) <= 2099 else timezone.localdate().year

    @cached_property
    def rijen(self) -> dict[int, Tarief]:
        """Every row, that this person may see, of the keys of the group."""
        groep = "" if self.groep == ZONDER_GROEP else self.groep
        alle = zichtbaar(self.request.user, Tarief).select_related("gemeente")
        return {rij.pk: rij for rij in alle.filter(groep=groep)} if self.groep else {}

    def mag(self, actie: str, rij: Tarief) -> bool:
        return policy_registry.get_by_type(Tarief).user_has_permission_for_instance(
            self.request.user, actie, rij
        )

    @cached_property
    def van_mij(self) -> list[Tarief]:
        return [rij for rij in self.rijen.values() if self.mag("change", rij)]

    def hier(self) -> str:
        return f"{reverse(f'{RUIMTE}:rooster')}?groep={self.groep}&jaar={self.jaar}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.van_mij:
            raise Http404
        doen = {"bewaar": self._bewaar, "maak": self._maak, "vaststellen": self._stel_vast}
        doe = doen.get(request.POST.get("doe", ""))
        if doe is None:
            raise Http404
        try:
            bericht = doe()
        except (ValidationError, PermissionDenied) as fout:
            bericht = ""
            messages.error(request, " ".join(getattr(fout, "messages", [str(fout)])))
        if not bericht:
            return self.render_to_response(self.get_context_data(), status=422)
        messages.success(request, bericht)
        return redirect(self.hier())

    def _bewaar(self) -> str:
        veranderd = list(self._getypte_rijen())
        if self.fouten:
            messages.error(self.request, "Nog niet bewaard: bij een bedrag staat een melding.")
            return ""
        zet_bedragen(rijen=veranderd, door=self.request.user)
        return f"Bewaard: {_bedragen(len(veranderd))} veranderd."

    def _getypte_rijen(self) -> Iterator[Tarief]:
        """The rows with another amount than the screen showed; faults go to `fouten`."""
        self.fouten = {}
        for naam, tekst in self.request.POST.items():
            soort, _, rest = naam.partition("-")
            nummer, _, jaar = rest.partition("-")
            rij = self.rijen.get(int(nummer)) if nummer.isdecimal() else None
            stond = self.request.POST.get(f"stond-{rest}", "")
            if soort != "bedrag" or rij is None or tekst.strip() == stond:
                continue
            if jaar:
                if not jaar.isdecimal() or int(jaar) not in (self.jaar, self.jaar + 1):
                    continue
                rij = nieuw_bedrag(rij, int(jaar))
            elif getypt(rij.bedrag) != stond:
                self.fouten[naam] = f"Iemand anders maakte hier intussen {getypt(rij.bedrag)} van."
                continue
            # Of its own: when something else is wrong, the screen shows once more what is stored.
            rij = copy(rij)
            try:
                rij.bedrag = lees_bedrag(tekst)
            except ValueError as fout:
                self.fouten[naam] = str(fout)
                continue
            yield rij

    def _maak(self) -> str:
        self.jaarform = JaarForm(self.request.POST)
        if not self.jaarform.is_valid():
            return ""
        schoon = self.jaarform.cleaned_data
        overgang = Jaarovergang(
            self.jaar + 1,
            schoon["wijze"] != "leeg",
            schoon["percentage"] if schoon["wijze"] == "percentage" else Decimal(0),
            schoon["stap"],
        )
        nieuw = maak_jaar(rijen=self.van_mij, overgang=overgang, door=self.request.user)
        if not overgang.bedragen:
            return f"{overgang.jaar} staat klaar om in te vullen."
        return f"{_bedragen(len(nieuw))} voor {overgang.jaar} gemaakt, als concept."

    def _stel_vast(self) -> str:
        aantal = stel_vast(rijen=self._concepten(), door=self.request.user)
        return f"Vastgesteld: {_bedragen(aantal)} voor {self.jaar + 1}."

    def _concepten(self) -> list[Tarief]:
        """Of the next year, that this person may make final."""
        return [
            rij
            for rij in self.van_mij
            if rij.status == TariefStatus.CONCEPT
            and rij.geldig_van is not None
            and rij.geldig_van.year == self.jaar + 1
        ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Tarieven"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        jaren = (self.jaar, self.jaar + 1)
        namen = {rij.gemeente.slug: rij.gemeente.naam for rij in self.rijen.values() if rij.gemeente}
        roosters = rooster((rij.als_bron() for rij in self.rijen.values()), jaren)
        mist = sum(
            cel.stand is Celstand.ONTBREEKT
            for lid in roosters
            for regel in lid.regels
            for cel in regel.cellen
            if cel.jaar == self.jaar + 1
        )
        return {
            **super().get_context_data(**kwargs),
            "groepen": self.groepen,
            "groep": self.groep,
            "jaren": jaren,
            "mist": mist,
            "tabellen": [
                {
                    "sleutel": lid.sleutel,
                    "naam": lid.omschrijving,
                    "regels": [
                        {
                            "wie": namen.get(regel.gemeente or "", "de regio"),
                            "cellen": [self._veldje(cel, regel.cellen) for cel in regel.cellen],
                        }
                        for regel in lid.regels
                    ],
                }
                for lid in roosters
            ],
            "mag": bool(self.van_mij),
            "concepten": len(self._concepten()),
            "jaarform": self.jaarform or JaarForm(initial={"wijze": "kopie"}),
            "hier": self.hier(),
            "vorig": f"{reverse(f'{RUIMTE}:rooster')}?groep={self.groep}&jaar={self.jaar - 1}",
            "volgend": f"{reverse(f'{RUIMTE}:rooster')}?groep={self.groep}&jaar={self.jaar + 1}",
        }

    def _veldje(self, cel: Cel, naast: tuple[Cel, ...]) -> Veldje:
        nadruk = {Celstand.VAST: "live", Celstand.CONCEPT: "let-op", Celstand.ONTBREEKT: "fout"}
        woord = cel.stand.value + (", niet het hele jaar" if cel.deels and cel.rijen else "")
        rij = self.rijen.get(cel.rijen[0].id or 0) if len(cel.rijen) == 1 else None
        if cel.stand is Celstand.ONTBREEKT:
            bron = next((self.rijen[lid.id] for ander in naast for lid in ander.rijen if lid.id), None)
            if bron is None or bron.bedrag is None or not self.mag("add", bron):
                return Veldje(woord, "fout")
            return self._typbaar(f"bedrag-{bron.pk}-{cel.jaar}", "", woord, "fout")
        hier = rij is not None and rij.bedrag is not None and cel.stand in (Celstand.VAST, Celstand.CONCEPT)
        if hier and self.mag("change", rij):
            return self._typbaar(f"bedrag-{rij.pk}", getypt(rij.bedrag), woord, nadruk[cel.stand])
        rijen = tuple(self._leesbaar(self.rijen[lid.id]) for lid in cel.rijen if lid.id)
        return Veldje(woord, nadruk.get(cel.stand, ""), rijen=rijen)

    def _typbaar(self, naam: str, stond: str, woord: str, nadruk: str) -> Veldje:
        """With what was typed, when it comes back with a message."""
        getypte = self.request.POST.get(naam, stond) if self.fouten else stond
        return Veldje(woord, nadruk, naam.removeprefix("bedrag-"), getypte, stond, self.fouten.get(naam, ""))

    def _leesbaar(self, rij: Tarief) -> tuple[str, str]:
        adres = reverse(f"{RUIMTE}:edit", args=[rij.pk]) if self.mag("change", rij) else ""
        return f"{bedrag_tekst(rij.als_bron())}, {periode(rij)}", adres


def _bedragen(aantal: int) -> str:
    return geteld(aantal, "1 bedrag", "{} bedragen")
