"""Writer of products: publishes a revision, as the CMS does, or leaves it as a draft.

The change is inhoudelijk: what an import brings is not known to be less. A planned text is a Tekstversie of its own;
those of a live product are written only when publishing, because they would reach readers by themselves.
"""

from __future__ import annotations

from django.utils import timezone

from redactie.bewerkscherm import breng_in_stap
from redactie.invoer.documenten import GeplandeTekst, ProductBestand
from redactie.invoer.normaal import moment, tekst
from redactie.invoer.schrijven.kolommen import kanaal_kolommen, kolommen
from redactie.invoer.schrijven.register import Register
from redactie.keuzes import Klasse
from redactie.models import Kanaal, Product, Tekstversie

INGELEZEN = "Ingelezen uit een bestand."
"""The note with a change of a published text; municipalities with a text of their own read it."""


def maak_leeg_product(*, document: ProductBestand, register: Register) -> Product:
    """The bare row that other products can refer to; seen by no reader until it is published."""
    product = Product(
        sleutel=document.sleutel,
        titel=document.titel,
        gemeente=register.gemeente(document.gemeente),
        live=False,
    )
    product.clean_fields()
    product.clean()
    product.save()
    register.onthoud_product(product)
    return product


def schrijf_product(*, document: ProductBestand, register: Register, concept: bool) -> Product:
    product = Product.objects.get(pk=register.product_id(document.sleutel))
    # Columns that do not show yet what came into force by itself would pass for the text of before it.
    breng_in_stap(product=product)
    for naam, waarde in kolommen(document).items():
        setattr(product, naam, waarde)
    product.klasse, product.nakijken_voor = Klasse.INHOUDELIJK.value, None
    product.toelichting = INGELEZEN if product.live else ""
    product.eigenaar = register.contactpunt(document.eigenaar, document.gemeente)
    product.behandelaar = register.contactpunt(document.behandelaar, document.gemeente)
    product.opvolger_id = register.product_id(document.opvolger)
    product.themas = register.themas(document.themas)
    product.verwant = Product.objects.filter(sleutel__in=document.verwant)
    _zet_kanalen(product, document)
    product.full_clean(validate_unique=False, validate_constraints=False)
    if concept and not product.live:
        product.save()
    revisie = product.save_revision(clean=False)
    if not concept:
        revisie.publish(skip_permission_checks=True)
        product.refresh_from_db()
    if not concept or not product.live:
        _schrijf_gepland(product, document.gepland)
    return product


def _zet_kanalen(product: Product, document: ProductBestand) -> None:
    if tuple(kanaal.als_bron() for kanaal in product.kanalen.all()) != document.kanalen:
        product.kanalen = [Kanaal(**waarden) for waarden in kanaal_kolommen(document)]


def _schrijf_gepland(product: Product, gepland: tuple[GeplandeTekst, ...]) -> None:
    nodig = {(tekst.veld.value, tekst.vanaf): tekst for tekst in gepland}
    for versie in Tekstversie.objects.filter(product=product, vanaf__gt=timezone.now()):
        plan = nodig.pop((versie.veld, moment(versie.vanaf)), None)
        if plan is None:
            versie.delete()
        elif (tekst(versie.tekst), versie.klasse, tekst(versie.toelichting)) != (
            plan.tekst,
            plan.klasse.value,
            plan.toelichting,
        ):
            versie.tekst, versie.klasse, versie.toelichting = plan.tekst, plan.klasse.value, plan.toelichting
            versie.full_clean()
            versie.save()
    for plan in nodig.values():
        versie = Tekstversie(
            product=product,
            veld=plan.veld.value,
            tekst=plan.tekst,
            vanaf=plan.vanaf,
            klasse=plan.klasse.value,
            toelichting=plan.toelichting,
            verwerkt=False,
        )
        versie.full_clean()
        versie.save()
