"""Asks as the desk asks: by its own search function, in its scope, with the editors' synonyms."""

from __future__ import annotations

from kennisbank.relevantie.meten import Antwoord, Stel
from kennisbank.zoeken import zoek
from search.bereik import balie
from search.motor import InGeneratie, MotorOnbereikbaar


def als_de_balie(machine: InGeneratie | None = None) -> Stel:
    """In the index in use, or in `machine`; MotorOnbereikbaar when only titles were searched."""

    def stel(vraag: str, bereik: str, typend: bool) -> Antwoord:
        antwoord = zoek(vraag, balie(bereik), typend=typend, machine=machine)
        if antwoord.op_titel:
            raise MotorOnbereikbaar("er is alleen op titel gezocht")
        return Antwoord(tuple(regel.sleutel for regel in antwoord.regels), antwoord.trede)

    return stel
