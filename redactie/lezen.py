"""Reads the sources of publications from the database into the frozen dataclasses of `bronnen.py`.

Only reads. The number of queries never depends on how many municipalities, products or facts there are; a test
counts them. Which texts hold at a moment is left to the merge: the time line comes along whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q

from redactie.bronnen import (
    REGIO,
    AfwijkingBron,
    CentraalProduct,
    GegevenBron,
    GemeenteBron,
    HerzieningBron,
    KanaalBron,
    LokaleLaag,
    ProductBronnen,
    TariefBron,
    TekstversieBron,
    UpnBron,
)
from redactie.keuzes import Aanbod, Aangeboden, AfwijkingSoort, AfwijkingWijze, Klasse, Productsoort
from redactie.models import (
    Afwijking,
    Gegeven,
    Gemeente,
    Herziening,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Regio,
    Tarief,
    UplNaam,
)
from redactie.tokens import TokenSoort, tokens_in
from redactie.veld import Veld

_ALTIJD = datetime(1970, 1, 1, tzinfo=UTC)


def lees_bereiken() -> dict[str, GemeenteBron]:
    """Slug → source, for every municipality and the region. 2 queries."""
    bronnen = {gemeente.slug: gemeente.als_bron() for gemeente in Gemeente.objects.all()}
    bronnen[REGIO] = Regio.haal().als_bron()
    return bronnen


def lees_product(sleutel: str, bereiken: Collection[str] | None = None) -> ProductBronnen | None:
    """The sources of one live product; None if it is a draft, withdrawn or gone. A fixed number of queries.

    `bereiken`: with the layers and the facts of no others than these.
    """
    product = Product.objects.filter(sleutel=sleutel, live=True).select_related(*_PRODUCT_VERWANTEN).first()
    if product is None:
        return None
    teksten = tuple(versie.als_bron() for versie in product.tekstversies.all())
    versies = LokaleVersie.objects.filter(product=product)
    if bereiken is not None:
        versies = versies.filter(gemeente__slug__in=bereiken)
    return bronnen_van(_centraal(product, teksten), lees_lagen(versies), bereiken)


def bronnen_van(
    centraal: CentraalProduct, lagen: Mapping[str, LokaleLaag], bereiken: Collection[str] | None = None
) -> ProductBronnen:
    """The two layers with the facts that any of their texts uses. 2 queries at most."""
    gegevens, tarieven = lees_feiten(gebruikte_tokens(centraal, lagen.values()), bereiken)
    return ProductBronnen(centraal, lagen, gegevens, tarieven)


def gebruikte_tokens(centraal: CentraalProduct, lagen: Iterable[LokaleLaag]) -> frozenset[str]:
    """The fact tokens (`tarieven:paspoort`) in any text, channel or explanation, of any moment and layer."""
    teksten = [versie.tekst for versie in centraal.tekstversies] + [centraal.vervallen_toelichting]
    teksten += [kanaal.adres for kanaal in centraal.kanalen]
    for laag in lagen:
        teksten += [laag.toelichting, *(afwijking.tekst for afwijking in laag.afwijkingen)]
        teksten += [kanaal.adres for kanaal in laag.kanalen]
    alle = (token for tekst in teksten for token in tokens_in(tekst))
    return frozenset(token.naam for token in alle if token.soort is not TokenSoort.GEMEENTE)


def lees_feiten(
    tokens: Iterable[str], bereiken: Collection[str] | None = None
) -> tuple[tuple[GegevenBron, ...], tuple[TariefBron, ...]]:
    """All rows, of these (None: all) municipalities and of all periods, behind these tokens. 2 queries at most."""
    # The region says of a fact that it differs: for that all of them are read.
    alle = bereiken is None or REGIO in bereiken
    van = Q() if alle else Q(gemeente__isnull=True) | Q(gemeente__slug__in=bereiken)
    sleutels: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        soort, _, sleutel = token.partition(":")
        sleutels[soort].add(sleutel)
    gegevens: list[GegevenBron] = []
    tarieven: list[TariefBron] = []
    if sleutels["gegeven"]:
        rijen = Gegeven.objects.filter(van, sleutel__in=sleutels["gegeven"]).select_related("gemeente")
        gegevens = [rij.als_bron() for rij in rijen.order_by("pk")]
    if sleutels["tarief"] or sleutels["tarieven"]:
        # Every row of a key that is in the group somewhere: a municipality's own row counts without a group too.
        in_groep = Tarief.objects.filter(groep__in=sleutels["tarieven"]).values("sleutel")
        bij_sleutel = Q(sleutel__in=sleutels["tarief"]) | Q(sleutel__in=in_groep)
        tarief_rijen = Tarief.objects.filter(van & bij_sleutel)
        tarieven = [rij.als_bron() for rij in tarief_rijen.select_related("gemeente").order_by("pk")]
    return tuple(gegevens), tuple(tarieven)


_PRODUCT_VERWANTEN = ("gemeente", "eigenaar", "behandelaar", "opvolger")


def _centraal(product: Product, teksten: tuple[TekstversieBron, ...]) -> CentraalProduct:
    upl = (
        {naam.uri: naam.als_bron() for naam in UplNaam.objects.filter(uri__in=product.upn)}
        if product.upn
        else {}
    )
    return CentraalProduct(
        sleutel=product.sleutel,
        productsoort=Productsoort(product.productsoort),
        aanbod=Aanbod(product.aanbod),
        gemeente=product.gemeente_slug,
        tekstversies=teksten,
        vaste_velden=frozenset(Veld(veld) for veld in product.vaste_velden),
        upn=tuple(upl.get(uri) or UpnBron(uri) for uri in product.upn),
        doelgroepen=tuple(product.doelgroepen),
        themas=tuple(thema.sleutel for thema in product.themas.all()),
        trefwoorden=tuple(product.trefwoorden),
        verwant=tuple(sorted(ander.sleutel for ander in product.verwant.all())),
        eigenaar=product.eigenaar.sleutel if product.eigenaar is not None else None,
        behandelaar=product.behandelaar.sleutel if product.behandelaar is not None else None,
        kanalen=tuple(kanaal.als_bron() for kanaal in product.kanalen.all()),
        controledatum=product.controledatum,
        nagekeken_op=product.nagekeken_op,
        vervalt_op=product.vervalt_op,
        opvolger=product.opvolger.sleutel if product.opvolger is not None else None,
        vervallen_toelichting=product.vervallen_toelichting,
        revisie=product.live_revision_id,
    )


# No more than that: hundreds of layers would each bring the whole text of the product along.
_LAAG_VELDEN = (
    *("product", "gemeente__slug", "valt_onder__sleutel", "behandelaar__sleutel"),
    *("aangeboden", "toelichting", "vanaf", "tot", "trefwoorden", "nagekeken_op", "live_revision"),
)


def lees_lagen(versies: Any) -> dict[str, LokaleLaag]:
    """gemeente slug → layer, of the live ones among these local versions. 4 queries."""
    rijen = list(
        versies.filter(live=True)
        .select_related("gemeente", "valt_onder", "behandelaar")
        .only(*_LAAG_VELDEN)
        .order_by("pk")
    )
    ids = [versie.pk for versie in rijen]
    afwijkingen: dict[int, list[Afwijking]] = defaultdict(list)
    for afwijking in Afwijking.objects.filter(versie__in=ids).order_by("pk"):
        afwijkingen[afwijking.versie_id].append(afwijking)
    kanalen: dict[int, list[KanaalBron]] = defaultdict(list)
    for kanaal in LokaalKanaal.objects.filter(versie__in=ids).order_by("sort_order", "pk"):
        kanalen[kanaal.versie_id].append(kanaal.als_bron())
    besluiten: dict[tuple[int, int, str], list[HerzieningBron]] = defaultdict(list)
    for besluit in Herziening.objects.filter(
        product__in={v.product_id for v in rijen}, gemeente__in={v.gemeente_id for v in rijen}
    ):
        besluiten[besluit.product_id, besluit.gemeente_id, besluit.veld].append(besluit.als_bron())
    return {
        versie.gemeente.slug: _laag(versie, afwijkingen[versie.pk], tuple(kanalen[versie.pk]), besluiten)
        for versie in rijen
    }


def _laag(
    versie: LokaleVersie,
    afwijkingen: Sequence[Afwijking],
    kanalen: tuple[KanaalBron, ...],
    besluiten: Mapping[tuple[int, int, str], Sequence[HerzieningBron]],
) -> LokaleLaag:
    bronnen = tuple(
        afwijking_bron(
            afwijking, tuple(besluiten.get((versie.product_id, versie.gemeente_id, afwijking.veld), ()))
        )
        for afwijking in afwijkingen
    )
    return LokaleLaag(
        gemeente=versie.gemeente.slug,
        aangeboden=Aangeboden(versie.aangeboden),
        valt_onder=versie.valt_onder.sleutel if versie.valt_onder is not None else None,
        toelichting=versie.toelichting,
        periode=versie.periode,
        trefwoorden=tuple(versie.trefwoorden),
        behandelaar=versie.behandelaar.sleutel if versie.behandelaar is not None else None,
        kanalen=kanalen,
        afwijkingen=bronnen,
        nagekeken_op=versie.nagekeken_op,
        revisie=versie.live_revision_id,
    )


def afwijking_bron(afwijking: Afwijking, herzieningen: tuple[HerzieningBron, ...]) -> AfwijkingBron:
    return AfwijkingBron(
        veld=Veld(afwijking.veld),
        wijze=AfwijkingWijze(afwijking.wijze),
        tekst=afwijking.tekst,
        soort=AfwijkingSoort(afwijking.soort),
        reden=afwijking.reden,
        periode=afwijking.periode,
        basis=afwijking.basis_id,
        herzieningen=herzieningen,
    )


def laag_van(versie: LokaleVersie) -> LokaleLaag:
    """The layer of a local version as it is in memory (a draft in a preview too)."""
    besluiten: dict[tuple[int, int, str], list[HerzieningBron]] = defaultdict(list)
    for besluit in Herziening.objects.filter(product=versie.product_id, gemeente=versie.gemeente_id):
        besluiten[besluit.product_id, besluit.gemeente_id, besluit.veld].append(besluit.als_bron())
    kanalen = tuple(kanaal.als_bron() for kanaal in versie.kanalen.all())
    return _laag(versie, list(versie.afwijkingen.all()), kanalen, besluiten)


def concept_bronnen(product: Product, versie: LokaleVersie | None = None) -> ProductBronnen:
    """The sources as they would be if these drafts were published: the columns stand in for the time line."""
    kolommen = tuple(
        TekstversieBron(id=-1 - nummer, veld=veld, tekst=tekst, vanaf=_ALTIJD, klasse=Klasse(product.klasse))
        for nummer, (veld, tekst) in enumerate(product.teksten().items())
    )
    gepland: tuple[TekstversieBron, ...] = ()
    lagen: dict[str, LokaleLaag] = {}
    if product.pk is not None:
        gepland = tuple(rij.als_bron() for rij in product.tekstversies.filter(verwerkt=False))
        lagen = lees_lagen(LokaleVersie.objects.filter(product=product))
    if versie is not None:
        lagen[versie.gemeente.slug] = laag_van(versie)
    return bronnen_van(_centraal(product, (*kolommen, *gepland)), lagen)
