"""Makes a country out of the sample region for the screens of the CMS: 342 municipalities with 800 products.

Every municipality more has the local versions, own texts and decisions of one of the sample. Copies rows in the
database, past the models; nothing is published from it.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from redactie.keuzes import Klasse
from redactie.models import Afwijking, Gemeente, Herziening, LokaleVersie, Tekstversie
from tests.bench.achthonderd import kopieer_rijen

SPRONG = 100_000_000
"""Between the keys of a municipality and those of its copy; above every key that `achthonderd.py` makes."""


def gemeenten_erbij(voorbeeld: str, aantal: int) -> int:
    """Copy this municipality until there are `aantal`; how many there are then."""
    bron = Gemeente.objects.get(slug=voorbeeld)
    pk = bron.pk
    versies = f"SELECT id FROM redactie_lokaleversie WHERE gemeente_id = {pk}"  # noqa: S608  our own number
    with transaction.atomic():
        for nummer in range(1, aantal - Gemeente.objects.count() + 1):
            sprong = nummer * SPRONG
            bron.pk, bron.slug, bron.code = pk + sprong, f"{voorbeeld}-{nummer}", f"gm{3000 + nummer}"
            bron.naam, bron.hostnamen = f"Gemeente {nummer}", []
            bron._state.adding = True
            bron.save(force_insert=True)
            kopieer_rijen(LokaleVersie, f"gemeente_id = {pk}", sprong, {"id", "gemeente_id"})
            kopieer_rijen(Afwijking, f"versie_id IN ({versies})", sprong, {"id", "versie_id"})
            kopieer_rijen(Herziening, f"gemeente_id = {pk}", sprong, {"id", "gemeente_id"})
    return Gemeente.objects.count()


def verander_de_regio(voorbeeld: str, hoogstens: int) -> int:
    """Change the central text under so many own texts of this municipality: each is a question. How many there are."""
    rijen = Afwijking.objects.filter(versie__gemeente__slug=voorbeeld, versie__live=True)
    paren = list(rijen.order_by("pk").values_list("versie__product_id", "veld").distinct()[:hoogstens])
    for product, veld in paren:
        Tekstversie.objects.create(
            product_id=product,
            veld=veld,
            tekst="De regio schreef dit opnieuw.",
            vanaf=timezone.now(),
            klasse=Klasse.INHOUDELIJK,
            toelichting="Voor de meting.",
        )
    return len(paren)
