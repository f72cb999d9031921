"""What waits for somebody, in sentences with one button each, the most pressing first.

Each sentence counts only what this person may change. Where there is nothing to say, there is no sentence. Other rooms
add theirs by the hook `antwoord_wachtzinnen`: for a user, the arguments of a `Zin`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from redactie.aanbodvraag import met_vraag
from redactie.cms.herzienrij import Vraag, wat_mag
from redactie.cms.kolommen import dag
from redactie.cms.tariefrooster import ZONDER_GROEP
from redactie.cms.upnlijst import upn_bezwaren
from redactie.geteld import geteld
from redactie.keuzes import Klasse, TariefStatus
from redactie.models import Afwijking, LokaleVersie, Product, Tarief
from redactie.opruimen import bekeken
from redactie.rechten.persoon import persoon_van
from redactie.rechten.regels import LOKAAL
from redactie.tariefrooster import jaar_van
from redactie.vastzetten import telt_niet_mee

HOOK = "antwoord_wachtzinnen"
BINNENKORT = timedelta(days=30)
VANAF_MAAND = 10
"""From October on it is worth saying that next year has no amount yet."""
PRODUCT = "wagtailsnippets_redactie_product"
VERSIE = "wagtailsnippets_redactie_lokaleversie"
TARIEF = "wagtailsnippets_redactie_tarief"


@dataclass(frozen=True, slots=True)
class Zin:
    tekst: str
    knop: str
    adres: str
    dringend: bool = False


def wachtzinnen(user: Any, versies: Sequence[LokaleVersie], vragen: Sequence[Vraag]) -> list[Zin]:
    """About the local versions of this person and the questions about them. 7 queries, besides those of other rooms."""
    eigen = [rij for versie in versies for rij in versie.afwijkingen.all()]
    return [
        *(Zin(**zin) for haak in hooks.get_hooks(HOOK) for zin in haak(user)),
        *_vragen([vraag for vraag in vragen if vraag.open]),
        *_aanbod(user),
        *_tarieven(user, timezone.localdate()),
        *_afwijkingen(eigen, timezone.localdate()),
        *_concepten(versies),
        *_producten(user, timezone.localdate()),
        *_upn(user),
        *_opruimen(eigen),
    ]


def _vragen(vragen: Sequence[Vraag]) -> Iterator[Zin]:
    for spoed in (True, False):
        deze = [vraag for vraag in vragen if (vraag.wacht.klasse is Klasse.SPOED) is spoed]
        if deze:
            hoe = "met spoed " if spoed else ""
            tekst = geteld(
                len(deze),
                f"Bij 1 eigen tekst is de tekst van de regio {hoe}veranderd.",
                f"Bij {{}} eigen teksten is de tekst van de regio {hoe}veranderd.",
            )
            yield Zin(tekst, "Herzien, één voor één", deze[0].adres, spoed)


def _aanbod(user: Any) -> Iterator[Zin]:
    persoon = persoon_van(user)
    gemeenten = {id_ for rol in LOKAAL for id_ in persoon.gemeenten_als(rol) or ()}
    if not gemeenten:
        return
    vraag = met_vraag(Product.objects.all(), gemeenten).aggregate(
        aantal=Count("pk"), sinds=Min("first_published_at")
    )
    if aantal := vraag["aantal"]:
        sinds = f" Gevraagd sinds {dag(timezone.localdate(vraag['sinds']))}." if vraag["sinds"] else ""
        zin = geteld(
            aantal,
            "Bij 1 product is de vraag: bieden wij dit aan?",
            "Bij {} producten is de vraag: bieden wij dit aan?",
        )
        yield Zin(
            f"{zin}{sinds}", "Geef antwoord", f"{reverse('wagtailadmin_home')}?stand=vraag#antwoord-producten"
        )


def _tarieven(user: Any, vandaag: date) -> Iterator[Zin]:
    """Keys and owners whose amounts end, or have ended, without a next one."""
    per: dict[tuple[str, int | None], list[Tarief]] = {}
    for rij in wat_mag(Tarief, user):
        per.setdefault((rij.sleutel, rij.gemeente_id), []).append(rij)
    nu = [rijen for rijen in per.values() if _voorbij(rijen, vandaag)]
    if nu:
        yield _tariefzin(
            nu,
            vandaag.year,
            "Van 1 tarief is het bedrag afgelopen.",
            "Van {} tarieven is het bedrag afgelopen.",
        )
    volgend = vandaag.year + 1
    if vandaag.month < VANAF_MAAND:
        return
    mist = [rijen for rijen in per.values() if rijen not in nu and _mist(rijen, volgend)]
    if mist:
        yield _tariefzin(
            mist,
            vandaag.year,
            f"Voor 1 tarief ontbreekt {volgend}.",
            f"Voor {{}} tarieven ontbreekt {volgend}.",
        )
    concept = [rijen for rijen in per.values() if any(_concept(rij, volgend) for rij in rijen)]
    if concept:
        yield _tariefzin(
            concept,
            vandaag.year,
            f"1 tarief voor {volgend} is nog concept.",
            f"{{}} tarieven voor {volgend} zijn nog concept.",
            "Stel vast",
        )


def _tariefzin(per: list[list[Tarief]], jaar: int, een: str, meer: str, knop: str = "Vul in") -> Zin:
    groep = per[0][0].groep or ZONDER_GROEP
    return Zin(geteld(len(per), een, meer), knop, f"{reverse(f'{TARIEF}:rooster')}?groep={groep}&jaar={jaar}")


def _voorbij(rijen: list[Tarief], vandaag: date) -> bool:
    return all(rij.geldig_tot is not None and rij.geldig_tot < vandaag for rij in rijen)


def _mist(rijen: list[Tarief], jaar: int) -> bool:
    return not any(rij.periode.overlapt(jaar_van(jaar)) for rij in rijen)


def _concept(rij: Tarief, jaar: int) -> bool:
    van = rij.geldig_van
    return rij.status == TariefStatus.CONCEPT and van is not None and van.year == jaar


def _afwijkingen(rijen: Sequence[Afwijking], vandaag: date) -> Iterator[Zin]:
    vast = [rij for rij in rijen if telt_niet_mee(rij, vandaag)]
    if vast:
        yield _naar_versie(
            vast,
            "1 eigen tekst telt niet mee, want de regio zette het veld vast.",
            "{} eigen teksten tellen niet mee, want de regio zette het veld vast.",
        )
    aflopend = [rij for rij in rijen if rij.tot is not None and vandaag <= rij.tot <= vandaag + BINNENKORT]
    if aflopend:
        yield _naar_versie(
            sorted(aflopend, key=lambda rij: rij.tot),
            "1 eigen tekst loopt binnen een maand af.",
            "{} eigen teksten lopen binnen een maand af.",
        )


def _naar_versie(rijen: Sequence[Afwijking], een: str, meer: str) -> Zin:
    return Zin(geteld(len(rijen), een, meer), "Bekijk", reverse(f"{VERSIE}:edit", args=[rijen[0].versie_id]))


def _concepten(versies: Sequence[LokaleVersie]) -> Iterator[Zin]:
    aantal = sum(versie.has_unpublished_changes for versie in versies)
    yield from _concept_van(aantal, "1 lokale versie heeft", "{} lokale versies hebben", VERSIE)


def _concept_van(aantal: int, een: str, meer: str, ruimte: str) -> Iterator[Zin]:
    if aantal:
        zin = f"{geteld(aantal, een, meer)} een concept dat nog niet gepubliceerd is."
        yield Zin(zin, "Bekijk", f"{reverse(f'{ruimte}:list')}?has_unpublished_changes=true")


def _producten(user: Any, vandaag: date) -> Iterator[Zin]:
    """One query for both sentences."""
    aantallen = wat_mag(Product, user).aggregate(
        concept=Count("pk", filter=Q(has_unpublished_changes=True)),
        verlopen=Count("pk", filter=Q(live=True, controledatum__lt=vandaag)),
    )
    yield from _concept_van(aantallen["concept"], "1 product heeft", "{} producten hebben", PRODUCT)
    if verlopen := aantallen["verlopen"]:
        adres = f"{reverse(f'{PRODUCT}:list')}?controledatum__lt={vandaag.isoformat()}&live=true"
        zin = geteld(
            verlopen,
            "Van 1 product is de controledatum voorbij.",
            "Van {} producten is de controledatum voorbij.",
        )
        yield Zin(zin, "Controleer", adres)


def _upn(user: Any) -> Iterator[Zin]:
    if upn := len({bezwaar.product_id for bezwaar in upn_bezwaren(user)}):
        zin = geteld(
            upn,
            "Van 1 product klopt de uniforme productnaam (UPN) niet meer.",
            "Van {} producten klopt de uniforme productnaam (UPN) niet meer.",
        )
        yield Zin(zin, "Kijk na", reverse(f"{PRODUCT}:upn"))


def _opruimen(rijen: Sequence[Afwijking]) -> Iterator[Zin]:
    if aantal := sum(bool(lid.redenen) for lid in bekeken([rij for rij in rijen if rij.versie.live])):
        zin = geteld(
            aantal,
            "1 eigen tekst kan misschien weg: gelijk aan de regio, voorbij of nooit bekeken.",
            "{} eigen teksten kunnen misschien weg: gelijk aan de regio, voorbij of nooit bekeken.",
        )
        yield Zin(zin, "Ruim op", reverse(f"{VERSIE}:opruimen"))
