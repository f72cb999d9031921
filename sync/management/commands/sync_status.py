"""`manage.py sync_status`: how far publishing is, for people and for monitoring."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from sync.meting import Doelmeting, Meting, meet
from sync.models import DoelToestand

NIET_GOED = 1


class Command(BaseCommand):
    help = "Hoe ver de publicatie is. Code 0: alles is goed; code 1: er is iets om naar te kijken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Voor bewaking: één JSON-object.")

    def handle(self, *args: Any, **options: Any) -> None:
        meting = meet()
        if options["json"]:
            uit = {**asdict(meting), "gebreken": list(meting.gebreken)}
            self.stdout.write(json.dumps(uit, ensure_ascii=False))
        else:
            for regel in _regels(meting):
                self.stdout.write(regel)
        if meting.gebreken:
            sys.exit(NIET_GOED)


def _regels(meting: Meting) -> list[str]:
    hartslag = "nog geen" if meting.hartslag is None else f"{meting.hartslag:.0f} s geleden"
    wacht = f" (oudste {meting.oudste_wijziging:.0f} s)" if meting.te_plannen else ""
    index = "onbekend" if meting.index_achter is None else f"{meting.index_achter:.0f} s achter"
    regels = [
        f"Tijdvak            {meting.tijdvak}",
        f"Teken van leven    {hartslag}",
        f"Te verwerken       {meting.te_plannen}{wacht}",
        f"Publicaties        {meting.live} live, {meting.ingetrokken} ingetrokken, {meting.mislukt} mislukt",
        f"Zoeken             {index}",
        f"Ketenproef         {meting.proef}",
        "",
        "Doelen",
        *(_doelregel(doel) for doel in meting.doelen),
    ]
    if not meting.doelen:
        regels.append("  nog geen")
    gebreken = [f"! {gebrek}" for gebrek in meting.gebreken] or ["Alles is goed."]
    return [*regels, "", *gebreken]


def _doelregel(doel: Doelmeting) -> str:
    wacht = f", {doel.wacht} wachten (oudste {doel.achter:.0f} s)" if doel.wacht else ""
    geparkeerd = f", {doel.geparkeerd} geweigerd" if doel.geparkeerd else ""
    toestand = DoelToestand(doel.toestand).label.lower()
    return f"  {doel.naam:<34} {toestand}: {doel.bevestigd} bevestigd{wacht}{geparkeerd}"
