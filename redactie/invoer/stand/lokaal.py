"""Local versions → documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redactie.bronnen import KanaalBron
from redactie.invoer import documenten as doc
from redactie.invoer.normaal import tekst
from redactie.invoer.stand.lezers import relatie_velden, sleutel_van
from redactie.keuzes import Aangeboden, AfwijkingSoort, AfwijkingWijze
from redactie.models import Afwijking, LokaalKanaal, LokaleVersie
from redactie.veld import Veld


def lokale_versies(concepten: bool) -> Iterator[doc.Document]:
    relaties = ("product", "gemeente", "valt_onder", "behandelaar")
    kanalen: dict[int, list[KanaalBron]] = defaultdict(list)
    for kanaal in LokaalKanaal.objects.all():
        kanalen[kanaal.versie_id].append(kanaal.als_bron())
    afwijkingen: dict[int, list[Afwijking]] = defaultdict(list)
    for afwijking in Afwijking.objects.all():
        afwijkingen[afwijking.versie_id].append(afwijking)
    for rij in LokaleVersie.objects.select_related(*relatie_velden(relaties, concepten)):
        if concepten and rij.latest_revision is not None:
            concept = rij.latest_revision.as_object()
            eigen = [kanaal.als_bron() for kanaal in concept.kanalen.all()]
            yield _lokale_versie(concept, eigen, list(concept.afwijkingen.all()))
        elif rij.live and rij.product.live and not concepten:
            yield _lokale_versie(rij, kanalen[rij.pk], afwijkingen[rij.pk])


def _lokale_versie(
    rij: LokaleVersie, kanalen: list[KanaalBron], afwijkingen: list[Afwijking]
) -> doc.LokaalBestand:
    delen = [
        doc.AfwijkingDeel(
            veld=Veld(afwijking.veld),
            wijze=AfwijkingWijze(afwijking.wijze),
            tekst="" if afwijking.wijze == AfwijkingWijze.VERBERGEN else tekst(afwijking.tekst),
            soort=AfwijkingSoort(afwijking.soort),
            reden=tekst(afwijking.reden),
            periode=afwijking.periode,
        )
        for afwijking in afwijkingen
    ]
    return doc.LokaalBestand(
        gemeente=rij.gemeente.slug,
        product=rij.product.sleutel,
        aangeboden=Aangeboden(rij.aangeboden),
        valt_onder=sleutel_van(rij.valt_onder),
        toelichting=tekst(rij.toelichting),
        vanaf=rij.vanaf,
        tot=rij.tot,
        trefwoorden=tuple(rij.trefwoorden),
        behandelaar=sleutel_van(rij.behandelaar),
        kanalen=tuple(kanalen),
        afwijkingen=tuple(sorted(delen, key=lambda deel: deel.volgorde)),
    )
