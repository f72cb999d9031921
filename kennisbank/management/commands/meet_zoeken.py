"""`manage.py meet_zoeken`: how good the answers are, on judged questions asked as the desk asks them.

Asks the index in use, or one made for the occasion (`--motor`). What is measured, and against what a run can be
compared: docs/zoeken-meten.md.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from kennisbank.relevantie import verslag
from kennisbank.relevantie.grafiek import svg
from kennisbank.relevantie.meten import Ronde, Stel, meet
from kennisbank.relevantie.opslag import Herkomst, OpslagFout, naar_json, uit_json
from kennisbank.relevantie.proefindex import live, proefindex
from kennisbank.relevantie.samenvatten import ALLES, vat_samen
from kennisbank.relevantie.vergelijken import vergelijk
from kennisbank.relevantie.vragen import Deel, Oordeelvraag, VragenFout, lees
from kennisbank.relevantie.vragensteller import als_de_balie
from search.keuze import SOORTEN, motor
from search.motor import MotorFout

VRAGEN = settings.BASE_DIR / "tests" / "zoeken" / "vragen.jsonl"


class Command(BaseCommand):
    help = "Meet hoe goed de balie zoekt: stelt vragen waarvan het goede antwoord bekend is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--vragen", type=Path, default=VRAGEN, help="Beoordeelde vragen (JSON-regels).")
        parser.add_argument(
            "--deel",
            choices=[*(deel.value for deel in Deel), ALLES],
            default=Deel.RAPPORT.value,
            help="rapport (standaard) is om te melden, stem is om op af te stellen.",
        )
        parser.add_argument(
            "--motor",
            choices=SOORTEN,
            help="Maak een eigen index in deze zoekmachine van wat nu live is, in plaats van de index in gebruik.",
        )
        parser.add_argument(
            "--snel", action="store_true", help="Zonder tikfouten en zonder meten bij het typen."
        )
        parser.add_argument("--zaad", default="1", help="Bepaalt welke tikfouten er gemaakt worden.")
        parser.add_argument("--json", type=Path, help="Schrijf de uitkomst, per vraag, in dit bestand.")
        parser.add_argument("--grafiek", type=Path, help="Schrijf een grafiek van de uitkomst (SVG).")
        parser.add_argument(
            "--missers", action="store_true", help="Noem elke vraag zonder het beste antwoord bovenaan."
        )
        parser.add_argument("--vergelijk", type=Path, help="Vergelijk met een eerdere uitkomst (JSON).")

    def handle(self, *args: Any, **options: Any) -> None:
        vragen = _vragen(options["vragen"], options["deel"])
        eerder = _ronde(options["vergelijk"]) if options["vergelijk"] else None
        try:
            if options["motor"] is None and not motor().health().actueel:
                self.stderr.write(
                    "De index in gebruik hoort bij een andere zoekanalyse dan de code. Herbouw hem eerst."
                )
            with _steller(options["motor"]) as (stel, naam, vingerafdruk):
                gesteld = tqdm(vragen, desc="Vragen", disable=None, leave=False)
                ronde = meet(gesteld, stel, live=live(), zaad=options["zaad"], alles=not options["snel"])
        except MotorFout as fout:
            raise CommandError(f"De zoekmachine antwoordt niet: {fout}") from fout
        herkomst = Herkomst(naam, vingerafdruk, options["deel"], options["zaad"])
        self._toon(ronde, herkomst)
        if eerder is not None:
            self._regels(["", "Vergeleken met de eerdere uitkomst:"])
            self._regels(verslag.vergelijking(vergelijk(ronde.metingen, eerder.metingen)))
        if options["missers"]:
            self._regels(
                ["", *verslag.missers(ronde.metingen, {vraag.id: vraag.oordeel for vraag in vragen})]
            )
        if options["grafiek"]:
            options["grafiek"].write_text(svg(vat_samen(ronde.metingen)), encoding="utf-8")
        if options["json"]:
            options["json"].write_text(naar_json(ronde, herkomst), encoding="utf-8")

    def _toon(self, ronde: Ronde, herkomst: Herkomst) -> None:
        samen = vat_samen(ronde.metingen)
        self._regels([f"{herkomst.motor}, deel: {herkomst.deel}", "", *verslag.tabel(samen), ""])
        self._regels([verslag.buiten(samen[ALLES])])
        if ronde.vervallen:
            self._regels(
                [
                    f"Niet gesteld, want het antwoord bestaat daar niet: {len(ronde.vervallen)} "
                    f"({', '.join(ronde.vervallen)})."
                ]
            )

    def _regels(self, regels: list[str]) -> None:
        for regel in regels:
            self.stdout.write(regel)


@contextmanager
def _steller(soort: str | None) -> Iterator[tuple[Stel, str, str]]:
    """Who answers, with the name and fingerprint of the engine."""
    if soort is None:
        machine = motor()
        yield als_de_balie(), settings.ANTWOORD_ZOEKMACHINE, machine.fingerprint
        return
    with proefindex(soort, settings.ANTWOORD_ELASTICSEARCH) as machine:
        yield als_de_balie(machine), soort, machine.motor.fingerprint


def _vragen(pad: Path, deel: str) -> list[Oordeelvraag]:
    try:
        alle = list(lees(pad.read_text("utf-8").splitlines()))
    except OSError as fout:
        raise CommandError(f"{pad} is niet te lezen: {fout.strerror}") from None
    except VragenFout as fout:
        raise CommandError(f"{pad}: {fout}") from None
    gekozen = [vraag for vraag in alle if deel in (ALLES, vraag.deel)]
    if not gekozen:
        raise CommandError(f"Er staan geen vragen van dit deel in {pad}.")
    return gekozen


def _ronde(pad: Path) -> Ronde:
    try:
        return uit_json(pad.read_text("utf-8"))
    except OSError as fout:
        raise CommandError(f"{pad} is niet te lezen: {fout.strerror}") from None
    except OpslagFout as fout:
        raise CommandError(f"{pad}: {fout}") from None
