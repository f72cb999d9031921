"""`manage.py zoek_status`: how the search index is, for people and for monitoring."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from search.keuze import motor
from search.motor import MotorFout
from sync.generatie import generaties
from sync.models import Doel, DoelToestand
from sync.nazien import zie_na
from sync.zoekstand import Proefstand, Zoekstand, proefstand_van, tekst_van, zoekstand

NIET_GOED = 1


class Command(BaseCommand):
    help = "Hoe het met de zoekindex staat. Code 0: alles is goed; code 1: er is iets om naar te kijken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Voor bewaking: één JSON-object.")
        parser.add_argument(
            "--nazien",
            action="store_true",
            help="Vergelijk nu elk document van de index met wat geleverd is. Wat afwijkt, wordt opnieuw geleverd.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["nazien"]:
            self._zie_na()
        stand = zoekstand()
        if options["json"]:
            self.stdout.write(json.dumps(_als_json(stand), default=_json, ensure_ascii=False))
        else:
            for regel in _regels(stand):
                self.stdout.write(regel)
        if stand.gebreken:
            sys.exit(NIET_GOED)

    def _zie_na(self) -> None:
        doel = generaties(DoelToestand.ACTIEF).last()
        try:
            if doel is not None:
                zie_na(motor(), doel)
        except MotorFout as fout:
            self.stderr.write(f"De zoekindex kon niet worden nagezien: {fout}")


def _regels(stand: Zoekstand) -> list[str]:
    regels = [
        f"Zoekmachine        {stand.motor}",
        f"Generatie          {stand.generatie or 'geen'}{_sinds(stand.sinds)}",
        f"Laatste wijziging  {_geleden(stand.toegepast_op)}",
        f"Wacht              {stand.wacht}{_sinds(stand.wacht_sinds)}",
        f"Nagezien           {_nagezien(stand)}",
        f"Proefvragen        {_proef(stand.proef)}",
    ]
    if stand.vulling:
        vulling = stand.vulling
        regels.append(f"Wordt gevuld       {vulling.generatie}: {vulling.gereed} van {vulling.totaal}")
    if stand.afgekeurd:
        regels.append(f"Afgekeurd          {stand.afgekeurd.generatie}: {_proef(_van(stand.afgekeurd))}")
    if stand.bewaard:
        regels.append(f"Bewaard            {stand.bewaard.generatie}, om naar terug te gaan")
    regels += ["", "Documenten per bereik"]
    for telling in stand.tellingen:
        gevonden = "?" if telling.gevonden is None else telling.gevonden
        bij = "" if telling.klopt else f"  (hoort {telling.verwacht} te zijn)"
        regels.append(f"  {telling.naam:<30} {gevonden:>7}{bij}")
    regels += (
        ["", *(f"! {gebrek}" for gebrek in stand.gebreken)] if stand.gebreken else ["", "Alles is goed."]
    )
    return regels


def _van(doel: Doel) -> Proefstand | None:
    return proefstand_van(doel) if doel.proef else None


def _proef(proef: Proefstand | None) -> str:
    if proef is None:
        return "nog niet gesteld"
    kop = f"{proef.goed} van {proef.gesteld} goed{_sinds(proef.op)}"
    regels = [
        f"{'':19}- {misser['bereik']}: “{misser['vraag']}” gaf {misser['gevonden'] or 'niets'}, hoort "
        f"{misser['verwacht']} te zijn"
        for misser in proef.missers
    ]
    return "\n".join([kop, *regels])


def _nagezien(stand: Zoekstand) -> str:
    if stand.nagezien_op is None:
        return "nog niet"
    gevonden = tekst_van(stand.verschillen) if stand.verschillen else "geen verschillen"
    return f"{gevonden}{_sinds(stand.nagezien_op)}"


def _sinds(moment: datetime | None) -> str:
    return f" ({timezone.localtime(moment):%Y-%m-%d %H:%M:%S})" if moment else ""


def _geleden(moment: datetime | None) -> str:
    if moment is None:
        return "nog geen"
    return f"{(timezone.now() - moment).total_seconds():.0f} s geleden{_sinds(moment)}"


def _als_json(stand: Zoekstand) -> dict[str, Any]:
    uit = {
        naam: getattr(stand, naam)
        for naam in (
            "motor",
            "storing",
            "generatie",
            "sinds",
            "actueel",
            "toegepast_op",
            "wacht",
            "wacht_sinds",
        )
    }
    uit |= {naam: getattr(stand, naam) for naam in ("geweigerd", "nagezien_op", "verschillen", "sync_draait")}
    uit["documenten"] = {telling.bereik: telling.gevonden for telling in stand.tellingen}
    uit["verwacht"] = {telling.bereik: telling.verwacht for telling in stand.tellingen}
    uit["proef"] = asdict(stand.proef) if stand.proef else None
    uit["vulling"] = asdict(stand.vulling) if stand.vulling else None
    uit["afgekeurd"] = stand.afgekeurd.generatie if stand.afgekeurd else None
    uit["gebreken"] = list(stand.gebreken)
    return uit


def _json(waarde: Any) -> str:
    return waarde.isoformat() if isinstance(waarde, datetime) else str(waarde)
