"""What must be right before publishing, asked of `redactie/keuring.py` and shown at the field where it is wrong.

A draft may fail all of this. Asked when somebody publishes, and when somebody approves what was handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.forms import BaseForm
from django.utils import timezone

from redactie.bronnen import LokaleLaag
from redactie.cms.vastzetten import beeindigt, bezwaren
from redactie.fout import Fout
from redactie.keuring import BekendeFeiten, keur, keur_kanalen, keur_laag, keur_veld
from redactie.keuzes import Aangeboden, Klasse
from redactie.lezen import afwijking_bron, laag_van
from redactie.models import Gegeven, Gemeente, LokaleVersie, Product, Tarief
from redactie.teksten import gepubliceerde_teksten
from redactie.veld import Veld

OPENBAAR = Veld.BIJZONDERHEDEN
"""An explanation is judged as a public field that takes Markdown."""

BEEINDIGT = (
    "Dit concept zet een veld vast waar gemeenten een eigen tekst hebben. Open het product en publiceer het daar: u "
    "ziet dan welke teksten eindigen."
)


def bekende_feiten(gemeente: Gemeente | None) -> BekendeFeiten:
    """The keys that a text may use: of the region and of this municipality; a text of the region: any. 2 queries."""
    gegevens, tarieven = Gegeven.objects.select_related("gemeente"), Tarief.objects.select_related("gemeente")
    if gemeente is not None:
        gegevens = gegevens.filter(gemeente=gemeente) | gegevens.filter(gemeente=None)
        tarieven = tarieven.filter(gemeente=gemeente) | tarieven.filter(gemeente=None)
    return BekendeFeiten.uit((rij.als_bron() for rij in gegevens), (rij.als_bron() for rij in tarieven))


def fouten_van(ding: Product | LokaleVersie) -> list[Fout]:
    """Everything that is wrong with a thing as it is in memory (a draft out of a revision)."""
    bekend = bekende_feiten(ding.gemeente)
    if isinstance(ding, LokaleVersie):
        return keur_laag(laag_van(ding), bekend, vaste_velden=_vast(ding))
    fouten = keur(ding.teksten(), bekend, kanalen=[kanaal.als_bron() for kanaal in ding.kanalen.all()])
    if beeindigt(ding):
        fouten.append(Fout(None, BEEINDIGT))
    return [*fouten, *keur_veld(OPENBAAR, ding.vervallen_toelichting, bekend)]


def _vast(versie: LokaleVersie) -> frozenset[Veld]:
    return frozenset(Veld(veld) for veld in versie.product.vaste_velden)


def keur_formulier(formulier: BaseForm) -> bool:
    """Put every fault at its field of a valid form; whether there were none."""
    soort = _lokaal if isinstance(formulier.instance, LokaleVersie) else _product
    gevonden = list(soort(formulier))
    for bij, naam, melding in gevonden:
        bij.add_error(naam if naam in bij.fields else None, melding)
    return not gevonden


Bevinding = tuple[BaseForm, str, str]


def _product(formulier: BaseForm) -> Iterator[Bevinding]:
    product = formulier.instance
    bekend = bekende_feiten(product.gemeente)
    for fout in keur(product.teksten(), bekend):
        yield formulier, fout.veld.value if fout.veld is not None else "", fout.melding
    for fout in keur_veld(OPENBAAR, product.vervallen_toelichting, bekend):
        yield formulier, "vervallen_toelichting", fout.melding
    yield from _kanalen(formulier, bekend)
    yield from _wijziging(formulier)
    for naam, melding in bezwaren(formulier):
        yield formulier, naam, melding


def _wijziging(formulier: BaseForm) -> Iterator[Bevinding]:
    """The class and note of a change, once there is a published text that changes."""
    product = formulier.instance
    if product.klasse == Klasse.SPOED and product.nakijken_voor is None:
        yield formulier, "nakijken_voor", "Kies vóór welke dag gemeenten hun tekst nakijken."
    if not product.live or product.klasse == Klasse.COSMETISCH or product.toelichting.strip():
        return
    stand = gepubliceerde_teksten(product=product, op=timezone.now())
    if any(stand.get(veld.value, "") != tekst for veld, tekst in product.teksten().items()):
        yield formulier, "toelichting", "Schrijf op wat er verandert en waarom. Gemeenten lezen dit."


def _lokaal(formulier: BaseForm) -> Iterator[Bevinding]:
    versie = formulier.instance
    bekend = bekende_feiten(versie.gemeente)
    aanbod = LokaleLaag(
        versie.gemeente.slug,
        Aangeboden(versie.aangeboden),
        versie.valt_onder.sleutel if versie.valt_onder is not None else None,
        versie.toelichting,
    )
    for fout in keur_laag(aanbod, bekend):
        yield formulier, "valt_onder" if "product" in fout.melding else "toelichting", fout.melding
    for kind in rijen_van(formulier, "afwijkingen"):
        alleen = LokaleLaag(versie.gemeente.slug, afwijkingen=(afwijking_bron(kind.instance, ()),))
        for fout in keur_laag(alleen, bekend, vaste_velden=_vast(versie)):
            # keuring.py asks for the reason in one sentence only, and quotes nothing there.
            yield kind, "tekst" if kind.instance.reden.strip() or fout.fragment else _plek(fout), fout.melding
    yield from _kanalen(formulier, bekend)


def _plek(fout: Fout) -> str:
    return "reden" if "waarom" in fout.melding else "tekst"


def _kanalen(formulier: BaseForm, bekend: BekendeFeiten) -> Iterator[Bevinding]:
    for kind in rijen_van(formulier, "kanalen"):
        for fout in keur_kanalen([kind.instance.als_bron()], bekend):
            yield kind, "label" if "knop" in fout.melding else "adres", fout.melding


def rijen_van(formulier: BaseForm, naam: str) -> list[Any]:
    """The child forms that will be kept."""
    formset = getattr(formulier, "formsets", {}).get(naam)
    if formset is None:
        return []
    return [kind for kind in formset.forms if kind not in formset.deleted_forms and _heeft_iets(kind)]


def _heeft_iets(kind: Any) -> bool:
    return kind.instance.pk is not None or kind.has_changed()
