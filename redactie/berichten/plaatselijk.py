"""What a text of the region is to one municipality now: does it deviate there and wait, or does it stand there so?

The merge itself says it (`redactie/samenvoegen.py`), so that a mail and the site cannot disagree. One reading per
product, however many municipalities are asked about.
"""

from __future__ import annotations

from datetime import datetime

from redactie.bronnen import ProductBronnen
from redactie.keuzes import Berichtsoort, Herkomst, Status
from redactie.lezen import lees_product
from redactie.samenvoegen import SamengesteldProduct, samenvoegen
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld


class Plaatselijk:
    """Of the products that are live, at one moment."""

    def __init__(self, op: datetime) -> None:
        self.op = op
        self._bronnen: dict[str, ProductBronnen | None] = {}
        self._samen: dict[tuple[str, str], SamengesteldProduct | None] = {}

    def soort(self, sleutel: str, gemeente: str, veld: Veld) -> Berichtsoort | None:
        """None: it changes nothing there, and nobody there has to do anything."""
        samen = self._lees(sleutel, gemeente)
        if samen is None or samen.status is not Status.AANGEBODEN:
            return None
        lid = samen.veld(veld)
        if lid is not None and lid.te_herzien is not None:
            return Berichtsoort.TE_HERZIEN
        volgt = lid is None or lid.herkomst in (Herkomst.CENTRAAL, Herkomst.GEMENGD)
        return Berichtsoort.GEWIJZIGD if volgt else None

    def wacht(self, sleutel: str, gemeente: str, veld: Veld) -> TeHerzien | None:
        samen = self._lees(sleutel, gemeente)
        lid = samen.veld(veld) if samen is not None else None
        return lid.te_herzien if lid is not None else None

    def _lees(self, sleutel: str, gemeente: str) -> SamengesteldProduct | None:
        if sleutel not in self._bronnen:
            self._bronnen[sleutel] = lees_product(sleutel)
        bronnen = self._bronnen[sleutel]
        if bronnen is None:
            return None
        if (sleutel, gemeente) not in self._samen:
            self._samen[sleutel, gemeente] = samenvoegen(bronnen.centraal, bronnen.laag(gemeente), self.op)
        return self._samen[sleutel, gemeente]
