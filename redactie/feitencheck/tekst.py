"""The text that somebody outside reads: as it will be, merged and filled in, and only what is public.

Made as a publication is made, from drafts that the asker may change and from what is live otherwise. Of the two
projections it takes the public one, which has no place for an internal field or fact.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from html import escape

from redactie.bronnen import REGIO, ProductBronnen
from redactie.feitencheck.openen import mag_product, mag_versie
from redactie.lezen import concept_bronnen, lees_bereiken
from redactie.models import Feitencheck, LokaleVersie, Product
from redactie.oplossen import oplossen
from redactie.periode import begin_van
from redactie.samenvoegen import samenvoegen
from redactie.veld import Veld
from redactie.weergave import PubliekeWeergave, publieke_weergave


@dataclass(frozen=True, slots=True)
class Checkveld:
    """One field: safe `html`, and the same words without mark-up."""

    veld: Veld
    tekst: str
    html: str

    @property
    def kop(self) -> str:
        return self.veld.kop or self.veld.kolom_label

    @property
    def afdruk(self) -> str:
        """To see whether the text changed between reading and answering."""
        return hashlib.sha256(self.html.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Checktekst:
    titel: str
    status_html: str
    """Why it is not offered there; empty when it is."""
    velden: tuple[Checkveld, ...]

    def van(self, veld: str) -> Checkveld | None:
        return next((lid for lid in self.velden if lid.veld == veld), None)


def checktekst(check: Feitencheck, product: Product, nu: datetime) -> Checktekst | None:
    """None: on that day nothing of it would be published there. A fixed number of queries."""
    bronnen = _bronnen(check, product)
    if bronnen is None:
        return None
    op = nu if check.peildatum is None else max(nu, begin_van(check.peildatum))
    bereik = lees_bereiken()[check.gemeente_slug or REGIO]
    samengesteld = samenvoegen(bronnen.centraal, bronnen.laag(bereik.slug), op)
    if samengesteld is None:
        return None
    return _velden(publieke_weergave(oplossen(samengesteld, bronnen.feiten(bereik), op)))


def _bronnen(check: Feitencheck, product: Product) -> ProductBronnen | None:
    """The draft of what the asker may change; of anything else what is live: nobody shows another one's draft."""
    vrager, versie = check.vrager, None
    if mag_product(vrager, product):
        product = product.get_latest_revision_as_object()
    elif not product.live:
        return None
    if check.gemeente is not None and mag_versie(vrager, product, check.gemeente):
        versie = LokaleVersie.objects.filter(product=product.pk, gemeente=check.gemeente).first()
    return concept_bronnen(product, versie.get_latest_revision_as_object() if versie is not None else None)


def _velden(weergave: PubliekeWeergave) -> Checktekst:
    plat = ((Veld.TITEL, weergave.titel), (Veld.SAMENVATTING, weergave.samenvatting))
    return Checktekst(
        titel=weergave.titel,
        status_html=weergave.status_html,
        velden=(
            *(Checkveld(veld, tekst, f"<p>{escape(tekst)}</p>") for veld, tekst in plat if tekst),
            *(Checkveld(lid.veld, lid.tekst, lid.html) for lid in weergave.velden),
        ),
    )
