"""What must stand in every database for rights to work: the derived groups and the workflow."""

from __future__ import annotations

from redactie.rechten.groepen import leg_groepen_vast
from redactie.rechten.werkstroom import leg_werkstroom_vast


def leg_rechten_vast() -> None:
    leg_groepen_vast()
    leg_werkstroom_vast()
