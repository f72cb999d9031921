"""Products → documents. The text of a field is the Tekstversie in force, because that is what readers see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from redactie.bronnen import KanaalBron
from redactie.invoer import documenten as doc
from redactie.invoer.normaal import moment, tekst
from redactie.invoer.stand.lezers import relatie_velden, sleutel_van, slug_van
from redactie.keuzes import Aanbod, Doelgroep, Klasse, Productsoort
from redactie.models import Kanaal, Product, Tekstversie
from redactie.veld import Veld


def producten(nu: datetime, concepten: bool) -> Iterator[doc.Document]:
    relaties = ("gemeente", "eigenaar", "behandelaar", "opvolger")
    rijen = Product.objects.select_related(*relatie_velden(relaties, concepten))
    zichtbaar = {rij.sleutel for rij in rijen if concepten or rij.live}
    themas = _sleutels(Product.themas.through.objects.values_list("product_id", "thema__sleutel"))
    verwant = _sleutels(Product.verwant.through.objects.values_list("from_product_id", "to_product__sleutel"))
    kanalen: dict[int, list[KanaalBron]] = defaultdict(list)
    for kanaal in Kanaal.objects.all():
        kanalen[kanaal.product_id].append(kanaal.als_bron())
    versies: dict[int, list[Tekstversie]] = defaultdict(list)
    for versie in Tekstversie.objects.order_by("vanaf", "pk"):
        versies[versie.product_id].append(versie)
    for rij in rijen:
        gepland = _gepland(versies[rij.pk], nu)
        if concepten and rij.latest_revision is not None:
            concept = rij.latest_revision.as_object()
            yield _product(
                concept,
                concept.teksten(),
                [thema.sleutel for thema in concept.themas.all()],
                [ander.sleutel for ander in concept.verwant.all()],
                [kanaal.als_bron() for kanaal in concept.kanalen.all()],
                gepland,
            )
        elif rij.live and not concepten:
            teksten = {Veld(versie.veld): versie.tekst for versie in versies[rij.pk] if versie.vanaf <= nu}
            yield _product(
                rij,
                teksten,
                themas[rij.pk],
                zichtbaar.intersection(verwant[rij.pk]),
                kanalen[rij.pk],
                gepland,
            )


def _sleutels(paren: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    per_product: dict[int, list[str]] = defaultdict(list)
    for product, sleutel in paren:
        per_product[product].append(sleutel)
    return per_product


def _gepland(versies: list[Tekstversie], nu: datetime) -> tuple[doc.GeplandeTekst, ...]:
    gepland = [
        doc.GeplandeTekst(
            veld=Veld(versie.veld),
            vanaf=moment(versie.vanaf),
            tekst=tekst(versie.tekst),
            klasse=Klasse(versie.klasse),
            toelichting=tekst(versie.toelichting),
        )
        for versie in versies
        if versie.vanaf > nu
    ]
    return tuple(sorted(gepland, key=lambda versie: versie.volgorde))


def _product(
    rij: Product,
    teksten: dict[Veld, str],
    themas: list[str],
    verwant: Iterable[str],
    kanalen: list[KanaalBron],
    gepland: tuple[doc.GeplandeTekst, ...],
) -> doc.ProductBestand:
    gevuld = {veld: tekst(teksten.get(veld, "")) for veld in Veld}
    return doc.ProductBestand(
        sleutel=rij.sleutel,
        teksten={veld: inhoud for veld, inhoud in gevuld.items() if inhoud},
        productsoort=Productsoort(rij.productsoort),
        aanbod=Aanbod(rij.aanbod),
        gemeente=slug_van(rij.gemeente),
        upn=tuple(rij.upn),
        doelgroepen=tuple(lid.value for lid in Doelgroep if lid in rij.doelgroepen),
        themas=tuple(sorted(themas)),
        trefwoorden=tuple(rij.trefwoorden),
        verwant=tuple(sorted(verwant)),
        eigenaar=sleutel_van(rij.eigenaar),
        behandelaar=sleutel_van(rij.behandelaar),
        controledatum=rij.controledatum,
        vaste_velden=tuple(veld for veld in Veld if veld in rij.vaste_velden),
        vervalt_op=rij.vervalt_op,
        opvolger=sleutel_van(rij.opvolger),
        vervallen_toelichting=tekst(rij.vervallen_toelichting),
        kanalen=tuple(kanalen),
        gepland=gepland,
    )
