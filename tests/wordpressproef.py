"""A WordPress to test against, the real one or the stand-in, and what somebody does there by hand.

Both are spoken to over their REST API, as their own administrator; so a test says once what must hold of both.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from sync.doelbeheer import maak_doel
from sync.models import Doel, DoelSoort
from sync.wordpress.pagina import VELDEN, EigenWijziging, Instelling
from tests import nepwordpress

SOORTEN = ["nep", pytest.param("echt", marks=pytest.mark.wordpress)]
ALLE_STATUSSEN = "publish,future,draft,pending,private"


@cache
def klant() -> httpx.Client:
    """Shared: making one reads the certificates of the machine."""
    return httpx.Client(timeout=30)


@dataclass
class Wordpress:
    """`aanmeldingen`: account → `name:application password`. `nep` None: it is the real one."""

    adres: str
    aanmeldingen: dict[str, str]
    nep: nepwordpress.Nepwordpress | None = None
    site: Path | None = None
    ouder: int = 0

    def vraag(self, methode: str, pad: str, **vraag: Any) -> Any:
        """As the administrator."""
        naam, _, wachtwoord = self.aanmeldingen["baas"].partition(":")
        adres = f"{self.adres}/wp-json/wp/v2/pages{pad}"
        antwoord = klant().request(methode, adres, auth=(naam, wachtwoord), **vraag)
        antwoord.raise_for_status()
        return antwoord.json()

    def maak(self, **velden: Any) -> int:
        return int(self.vraag("POST", "", json={"status": "publish", **velden})["id"])

    def wijzig(self, nummer: int, **velden: Any) -> None:
        self.vraag("POST", f"/{nummer}", json=velden)

    def prullenbak(self, nummer: int) -> None:
        self.vraag("DELETE", f"/{nummer}")

    def verwijder(self, nummer: int) -> None:
        self.vraag("DELETE", f"/{nummer}?force=true")

    def paginas(self) -> list[dict[str, Any]]:
        """All of them that are not in the trash, without the parent."""
        params = {
            "_fields": VELDEN,
            "context": "edit",
            "status": ALLE_STATUSSEN,
            "per_page": 100,
            "orderby": "id",
            "order": "asc",
        }
        return [lid for lid in self.vraag("GET", "", params=params) if lid["id"] != self.ouder]

    def pagina(self, slug: str) -> dict[str, Any]:
        (gevonden,) = [lid for lid in self.paginas() if lid["slug"] == slug]
        return gevonden

    def leeg(self) -> None:
        """As if new, with one page for ours to hang below."""
        for status in (ALLE_STATUSSEN, "trash"):
            while leden := self.vraag(
                "GET", "", params={"context": "edit", "status": status, "per_page": 100, "_fields": "id"}
            ):
                for lid in leden:
                    self.verwijder(lid["id"])
        self.ouder = self.maak(title="Producten", content="Alles wat u regelt.")

    def doel(
        self,
        bereik: str = "sliedrecht",
        *,
        eigen: EigenWijziging = EigenWijziging.MELDEN,
        voor: str = "",
        **anders: Any,
    ) -> Doel:
        """A target at this site; `voor`: the beginning of a path at which the real one behaves in another way."""
        gegevens = {"naam": f"wordpress {bereik}", "geheim": self.aanmeldingen["antwoord"]} | anders
        instelling = Instelling(self.ouder, eigen).als_json()
        return maak_doel(
            bereik=bereik,
            adres=self.adres + voor,
            soort=DoelSoort.WORDPRESS,
            instelling=instelling,
            **gegevens,
        )


@contextmanager
def een_wordpress(soort: str) -> Iterator[Wordpress]:
    if soort == "echt":
        toegang = json.loads(Path(os.environ["ANTWOORD_TEST_WORDPRESS"]).read_text("utf-8"))
        wordpress = Wordpress(toegang["adres"], toegang["aanmeldingen"], site=Path(toegang["site"]))
        wordpress.leeg()
        yield wordpress
        return
    nep = nepwordpress.Nepwordpress()
    with nepwordpress.draai(nep) as adres:
        aanmeldingen = {naam: f"{naam}:{lid[0]}" for naam, lid in nep.wachtwoorden.items()}
        wordpress = Wordpress(adres, aanmeldingen, nep=nep)
        wordpress.leeg()
        yield wordpress
