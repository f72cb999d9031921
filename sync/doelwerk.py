"""What this room has done by itself about targets, beside the loop: mail about those that stay behind, and receipts."""

from __future__ import annotations

from django.utils import timezone

from sync.achterblijven.bericht import bewaak, vergeet_doelberichten
from sync.intrekbewijs import leg_bewijzen_vast
from sync.nevenwerk import elke

BEWAKEN = 30.0
BEWIJZEN = 10.0
VERGETEN = 3600.0


def registreer() -> None:
    elke(BEWAKEN, "doelen die achterblijven", bewaak)
    elke(BEWIJZEN, "bewijzen van intrekking", leg_bewijzen_vast)
    elke(VERGETEN, "oude mail over doelen", lambda: vergeet_doelberichten(timezone.now()))
