"""Of what happened a row per mail to send, for whoever asked for it and may know.

Reading comes first; then, in one short transaction, the rows of the mails come and what they were made of goes: a
process that dies in between leaves either all or nothing, and two processes never make the same mail.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from redactie.berichten.mag import VAN_TEKSTEN, gemeenten_van, mag
from redactie.berichten.momenten import niet_voor
from redactie.berichten.plaatselijk import Plaatselijk
from redactie.keuzes import Berichtmoment, Berichtsoort, Klasse
from redactie.models import Aanleiding, Bericht, Berichtkeuze, Berichtregel, Gemeente
from redactie.post.bezorgen import heeft_mailserver
from redactie.veld import Veld

log = logging.getLogger("antwoord.berichten")

PER_KEER = 200
ONDERWERP = ("tekstversie", "voorstel", "feitencheck", "taakstand")


@dataclass(frozen=True, slots=True)
class Deel:
    """One thing that one person is told."""

    keuze: Berichtkeuze
    aanleiding: Aanleiding
    soort: Berichtsoort
    gemeente: Gemeente | None = None

    @property
    def moment(self) -> Berichtmoment:
        """What is urgent does not wait for the morning."""
        tekst = self.aanleiding.tekstversie
        spoed = tekst is not None and tekst.klasse == Klasse.SPOED and self.soort is Berichtsoort.TE_HERZIEN
        return Berichtmoment.DIRECT if spoed else Berichtmoment(self.keuze.moment)


def deel_uit(nu: datetime | None = None) -> int:
    """How many mails were made. Where nothing can be mailed, nothing is kept for later either."""
    nu = nu or timezone.now()
    rijp = Aanleiding.objects.filter(vanaf__lte=nu)
    keuzes = _keuzes() if heeft_mailserver() else []
    if not keuzes:
        rijp.delete()
        return 0
    gemaakt: list[int] = []
    while aanleidingen := list(rijp.select_related(*_ERBIJ)[:PER_KEER]):
        aantal = _maak(aanleidingen, list(_delen(aanleidingen, keuzes, nu)), nu)
        if aantal is None:
            break  # another process is at them
        gemaakt.append(aantal)
    return sum(gemaakt)


_ERBIJ = (
    "tekstversie__product",
    "voorstel__product",
    "voorstel__gemeente",
    "feitencheck__gemeente",
    "taakstand__workflow_state",
)


def _keuzes() -> list[Berichtkeuze]:
    wie = Berichtkeuze.objects.filter(gebruiker__is_active=True).exclude(gebruiker__email="")
    return list(wie.select_related("gebruiker"))


def _delen(
    aanleidingen: Sequence[Aanleiding], keuzes: Sequence[Berichtkeuze], nu: datetime
) -> Iterator[Deel]:
    plaatselijk, gemeenten = Plaatselijk(nu), {lid.pk: lid for lid in Gemeente.objects.deelnemend(nu)}
    per_soort: dict[str, list[Berichtkeuze]] = {}
    for keuze in keuzes:
        per_soort.setdefault(keuze.soort, []).append(keuze)
    for aanleiding in aanleidingen:
        try:
            if aanleiding.tekstversie is None:
                yield from list(_van_iets_anders(aanleiding, per_soort))
            else:
                yield from list(_van_tekst(aanleiding, per_soort, plaatselijk, gemeenten))
        except Exception as fout:  # one that cannot be read keeps no other from being told
            log.warning("aanleiding %s is overgeslagen: %s", aanleiding.pk, type(fout).__name__)


def _van_iets_anders(aanleiding: Aanleiding, per_soort: dict[str, list[Berichtkeuze]]) -> Iterator[Deel]:
    soort = Berichtsoort(aanleiding.soort)
    for keuze in per_soort.get(soort, ()):
        if mag(keuze.gebruiker, soort, aanleiding):
            yield Deel(keuze, aanleiding, soort)


def _van_tekst(
    aanleiding: Aanleiding,
    per_soort: dict[str, list[Berichtkeuze]],
    plaatselijk: Plaatselijk,
    gemeenten: dict[int, Gemeente],
) -> Iterator[Deel]:
    tekst: Any = aanleiding.tekstversie
    for gevraagd in VAN_TEKSTEN:
        for keuze in per_soort.get(gevraagd, ()):
            for pk in sorted(gemeenten_van(keuze.gebruiker) & gemeenten.keys()):
                gemeente = gemeenten[pk]
                soort = plaatselijk.soort(tekst.product.sleutel, gemeente.slug, Veld(tekst.veld))
                if soort is gevraagd and mag(keuze.gebruiker, soort, aanleiding, gemeente):
                    yield Deel(keuze, aanleiding, soort, gemeente)


@transaction.atomic
def _maak(aanleidingen: Sequence[Aanleiding], delen: Sequence[Deel], nu: datetime) -> int | None:
    mijn = Aanleiding.objects.filter(pk__in=[lid.pk for lid in aanleidingen])
    if connection.features.has_select_for_update_skip_locked:
        mijn = mijn.select_for_update(skip_locked=True)
    genomen = set(mijn.values_list("pk", flat=True))
    if not genomen:
        return None
    berichten: dict[tuple[int, Berichtmoment], Bericht] = {}
    regels = []
    for deel in delen:
        if deel.aanleiding.pk not in genomen:
            continue
        sleutel = (deel.keuze.gebruiker_id, deel.moment)
        if sleutel not in berichten:
            berichten[sleutel] = _bericht(*sleutel, nu)
        over = {f"{naam}_id": getattr(deel.aanleiding, f"{naam}_id") for naam in ONDERWERP}
        regels.append(
            Berichtregel(bericht=berichten[sleutel], soort=deel.soort, gemeente=deel.gemeente, **over)
        )
    Berichtregel.objects.bulk_create(regels)
    Aanleiding.objects.filter(pk__in=genomen).delete()
    return len(berichten)


def _bericht(ontvanger: int, moment: Berichtmoment, nu: datetime) -> Bericht:
    """A mail of its own, or the collected one that waits already."""
    op = niet_voor(moment, nu)
    if moment is Berichtmoment.DIRECT:
        return Bericht.objects.create(ontvanger_id=ontvanger, moment=moment, niet_voor=op)
    bundels = Bericht.objects.exclude(moment=Berichtmoment.DIRECT)
    return bundels.get_or_create(ontvanger_id=ontvanger, niet_voor=op, defaults={"moment": moment})[0]
