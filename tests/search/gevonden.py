"""Two documents, and the keys that an engine finds: what most tests of an engine look at."""

from __future__ import annotations

from collections.abc import Callable

from search.bereik import publiek
from search.motor import Motor
from search.zoeken import zoek
from tests.search.hulp import document

Vul = Callable[..., Motor]
PASPOORT = document("dordrecht", "paspoort", "Paspoort aanvragen", versie=5)
RIJBEWIJS = document("dordrecht", "rijbewijs", "Rijbewijs aanvragen", versie=5)


def sleutels(motor: Motor, vraag: str, bereik: str = "dordrecht") -> list[str]:
    return [treffer.sleutel for treffer in zoek(vraag, publiek(bereik), motor=motor).treffers]
