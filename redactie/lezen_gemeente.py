"""Reads the sources of the merge for a whole municipality: every live product and its local layer, in two queries.

Gives per product what `lezen.lees_product` gives, without the facts (the merge is symbolic). Rows that belong to a
product or a local version come along as one JSON value each; publishing, which takes one product in all
municipalities, is left to `lezen.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import F, Func, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONArray

from redactie.bronnen import (
    AfwijkingBron,
    CentraalProduct,
    HerzieningBron,
    KanaalBron,
    LokaleLaag,
    TekstversieBron,
    UpnBron,
)
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    Actie,
    AfwijkingSoort,
    AfwijkingWijze,
    Inlogmiddel,
    KanaalWijze,
    Klasse,
    Niveau,
    Productsoort,
)
from redactie.models import (
    Afwijking,
    Herziening,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Tekstversie,
    Thema,
    UplNaam,
)
from redactie.periode import Periode
from redactie.veld import Veld


class _Rijen(Subquery):
    """The rows of a queryset as one JSON array of arrays; both databases make the JSON themselves."""

    output_field = JSONField()

    def __init__(self, rijen: QuerySet[Any], *kolommen: str) -> None:
        super().__init__(rijen.values(rij=JSONArray(*kolommen)))

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(
            compiler, connection, template="(SELECT json_group_array(json(rij)) FROM (%(subquery)s) r)"
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(
            compiler, connection, template="(SELECT coalesce(jsonb_agg(rij), '[]') FROM (%(subquery)s) r)"
        )


class _UplNamen(Func):
    """The national names behind a JSON list of URIs, as one JSON array of [uri, naam, grondslagen]."""

    output_field = JSONField()
    _bron = f"FROM {UplNaam._meta.db_table} u WHERE u.uri IN"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        namen = "json_group_array(json_array(u.uri, u.naam, json(u.grondslagen)))"
        uris = "SELECT value FROM json_each(%(expressions)s)"
        return self.as_sql(compiler, connection, template=f"(SELECT {namen} {self._bron} ({uris}))")

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        namen = "coalesce(jsonb_agg(jsonb_build_array(u.uri, u.naam, u.grondslagen)), '[]')"
        uris = "SELECT jsonb_array_elements_text(%(expressions)s)"
        return self.as_sql(compiler, connection, template=f"(SELECT {namen} {self._bron} ({uris}))")


_PRODUCT = (
    "id",
    "sleutel",
    "productsoort",
    "aanbod",
    "gemeente__slug",
    "vaste_velden",
    "upn",
    "doelgroepen",
    "trefwoorden",
    "eigenaar__sleutel",
    "behandelaar__sleutel",
    "controledatum",
    "nagekeken_op",
    "vervalt_op",
    "opvolger__sleutel",
    "vervallen_toelichting",
    "latest_revision_id",
)
_VERSIE = (
    "product_id",
    "aangeboden",
    "valt_onder__sleutel",
    "toelichting",
    "vanaf",
    "tot",
    "trefwoorden",
    "behandelaar__sleutel",
    "nagekeken_op",
    "latest_revision_id",
)
_TEKST = ("id", "veld", "tekst", "vanaf", "klasse", "toelichting")
_AFWIJKING = ("veld", "wijze", "tekst", "soort", "reden", "vanaf", "tot", "basis_id")
_KANAAL = ("actie", "wijze", "adres", "label", "inlogmiddel", "niveau", "aangewezen")


def lees_gemeente(slug: str) -> list[tuple[CentraalProduct, LokaleLaag]]:
    """Every live product that this municipality (or the region) may show, by sleutel, with its layer. 2 queries."""
    lagen = {rij["product_id"]: _laag(slug, rij) for rij in _lokale_versies(slug)}
    zonder = LokaleLaag(gemeente=slug)
    return [(_centraal(rij), lagen.get(rij["id"], zonder)) for rij in _producten(slug)]


def _producten(slug: str) -> QuerySet[Product, dict[str, Any]]:
    pk = OuterRef("pk")
    verwant = Product.objects.filter(pk__in=_verwant(pk)).order_by("sleutel")
    return (
        Product.objects.filter(Q(gemeente__isnull=True) | Q(gemeente__slug=slug), live=True)
        .order_by("sleutel")
        .values(
            *_PRODUCT,
            upl=_UplNamen(F("upn")),
            teksten=_Rijen(Tekstversie.objects.filter(product=pk).order_by("veld", "-vanaf"), *_TEKST),
            thema_rijen=_Rijen(Thema.objects.filter(producten=pk).order_by("volgorde", "naam"), "sleutel"),
            verwante=_Rijen(verwant, "sleutel"),
            kanaal_rijen=_Rijen(Kanaal.objects.filter(product=pk).order_by("sort_order", "pk"), *_KANAAL),
        )
    )


def _verwant(pk: OuterRef) -> QuerySet[Any, int]:
    tussen = Product.verwant.through.objects
    return tussen.filter(from_product=OuterRef(pk)).values("to_product")


def _lokale_versies(slug: str) -> QuerySet[LokaleVersie, dict[str, Any]]:
    pk = OuterRef("pk")
    besluiten = Herziening.objects.filter(product=OuterRef("product"), gemeente=OuterRef("gemeente"))
    return LokaleVersie.objects.filter(gemeente__slug=slug, live=True).values(
        *_VERSIE,
        afwijking_rijen=_Rijen(Afwijking.objects.filter(versie=pk).order_by("pk"), *_AFWIJKING),
        kanaal_rijen=_Rijen(
            LokaalKanaal.objects.filter(versie=pk).order_by("sort_order", "pk"), *_KANAAL, "vervalt"
        ),
        besluiten=_Rijen(
            besluiten.order_by("-wanneer", "-pk"), "veld", "tekstversie_id", "besluit", "wanneer"
        ),
    )


def _centraal(rij: Mapping[str, Any]) -> CentraalProduct:
    upl = {
        uri: UpnBron(uri, naam, tuple(grond["label"] for grond in gronden if grond.get("label")))
        for uri, naam, gronden in rij["upl"]
    }
    return CentraalProduct(
        sleutel=rij["sleutel"],
        productsoort=Productsoort(rij["productsoort"]),
        aanbod=Aanbod(rij["aanbod"]),
        gemeente=rij["gemeente__slug"],
        tekstversies=tuple(_tekst(*tekst) for tekst in rij["teksten"]),
        vaste_velden=frozenset(Veld(veld) for veld in rij["vaste_velden"]),
        upn=tuple(upl.get(uri) or UpnBron(uri) for uri in rij["upn"]),
        doelgroepen=tuple(rij["doelgroepen"]),
        themas=tuple(sleutel for (sleutel,) in rij["thema_rijen"]),
        trefwoorden=tuple(rij["trefwoorden"]),
        verwant=tuple(sleutel for (sleutel,) in rij["verwante"]),
        eigenaar=rij["eigenaar__sleutel"],
        behandelaar=rij["behandelaar__sleutel"],
        kanalen=_kanalen(rij["kanaal_rijen"]),
        controledatum=rij["controledatum"],
        nagekeken_op=rij["nagekeken_op"],
        vervalt_op=rij["vervalt_op"],
        opvolger=rij["opvolger__sleutel"],
        vervallen_toelichting=rij["vervallen_toelichting"],
        revisie=rij["latest_revision_id"],
    )


def _laag(slug: str, rij: Mapping[str, Any]) -> LokaleLaag:
    besluiten: dict[str, list[HerzieningBron]] = defaultdict(list)
    for veld, tekstversie, besluit, wanneer in rij["besluiten"]:
        besluiten[veld].append(HerzieningBron(tekstversie, besluit, _moment(wanneer)))
    return LokaleLaag(
        gemeente=slug,
        aangeboden=Aangeboden(rij["aangeboden"]),
        valt_onder=rij["valt_onder__sleutel"],
        toelichting=rij["toelichting"],
        periode=Periode(rij["vanaf"], rij["tot"]),
        trefwoorden=tuple(rij["trefwoorden"]),
        behandelaar=rij["behandelaar__sleutel"],
        kanalen=_kanalen(rij["kanaal_rijen"]),
        afwijkingen=tuple(_afwijking(afwijking, besluiten) for afwijking in rij["afwijking_rijen"]),
        nagekeken_op=rij["nagekeken_op"],
        revisie=rij["latest_revision_id"],
    )


def _afwijking(rij: Sequence[Any], besluiten: Mapping[str, Sequence[HerzieningBron]]) -> AfwijkingBron:
    veld, wijze, tekst, soort, reden, vanaf, tot, basis = rij
    return AfwijkingBron(
        veld=Veld(veld),
        wijze=AfwijkingWijze(wijze),
        tekst=tekst,
        soort=AfwijkingSoort(soort),
        reden=reden,
        periode=Periode(_dag(vanaf), _dag(tot)),
        basis=basis,
        herzieningen=tuple(besluiten.get(veld, ())),
    )


def _tekst(id_: int, veld: str, tekst: str, vanaf: str, klasse: str, toelichting: str) -> TekstversieBron:
    return TekstversieBron(id_, Veld(veld), tekst, _moment(vanaf), Klasse(klasse), toelichting)


def _kanalen(rijen: Iterable[Sequence[Any]]) -> tuple[KanaalBron, ...]:
    return tuple(_kanaal(*rij) for rij in rijen)


def _kanaal(
    actie: str,
    wijze: str,
    adres: str,
    label: str,
    inlogmiddel: str,
    niveau: str,
    aangewezen: bool,
    vervalt: bool = False,
) -> KanaalBron:
    return KanaalBron(
        actie=Actie(actie),
        wijze=KanaalWijze(wijze),
        adres=adres,
        label=label,
        inlogmiddel=Inlogmiddel(inlogmiddel),
        niveau=Niveau(niveau) if niveau else None,
        aangewezen=bool(aangewezen),  # SQLite has no booleans
        vervalt=bool(vervalt),
    )


def _moment(tekst: str) -> datetime:
    """SQLite keeps moments as UTC without saying so; PostgreSQL says its own offset."""
    moment = datetime.fromisoformat(tekst)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
