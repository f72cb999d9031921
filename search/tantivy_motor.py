"""The embedded engine: tantivy in this process, no server. Default for one machine.

Generations are folders (`tantivy_map.py`), written by one process (`tantivy_schrijver.py`) and read by any. A reader
may meet a generation in the middle of a merge or a switch: it looks again, once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

import tantivy

from search.analyse.versie import vingerafdruk
from search.bereik import Scope
from search.document import ZoekDocument, document_id
from search.gewichten import GEWICHTEN, Gewichten
from search.motor import (
    GeneratieFout,
    Gezondheid,
    Hit,
    MotorOnbereikbaar,
    Stand,
    Uitslag,
)
from search.plan import Plan
from search.schatkamer import Schatkamer
from search.tantivy_map import Indexmap
from search.tantivy_schema import SCHEMA_VERSIE, registreer
from search.tantivy_schrijver import Schrijver, standen
from search.tantivy_vraag import compileer
from search.velden import vormvelden
from search.woordenschat import Woordenschat

MEESTE_BEREIKEN = 10_000
T = TypeVar("T")


@dataclass(slots=True)
class _Geopend:
    """A generation as this process has it open: its folder (by inode: a name may come back), and what it read last."""

    index: tantivy.Index
    map: str
    meta: str
    inode: int
    stand: tuple[int, int] = (0, 0)


class TantivyMotor:
    """See `search.motor.Motor`. Safe to share between threads."""

    def __init__(self, pad: Path) -> None:
        self._map = Indexmap(pad)
        self._slot = Lock()
        self._schrijfslot = Lock()
        self._open: dict[str, _Geopend] = {}
        self._schrijvers: dict[str, Schrijver] = {}
        self._schatkamer = Schatkamer(self._tel_woorden, stand=self._stand_van)

    @property
    def fingerprint(self) -> str:
        return f"{SCHEMA_VERSIE}-{vingerafdruk()}"

    def begin_generation(self, naam: str) -> None:
        with _op_schijf():
            self._map.maak(naam, self.fingerprint)

    def generations(self) -> list[str]:
        with _op_schijf():
            return self._map.namen()

    def active(self) -> str | None:
        return self._map.actief()

    def generation_fingerprint(self, naam: str) -> str:
        return self._map.vingerafdruk(naam)

    def write(self, naam: str, documenten: Sequence[ZoekDocument]) -> list[Uitslag]:
        with self._schrijfslot:
            schrijver = self._schrijver(naam)
            try:
                return schrijver.schrijf(documenten)
            except Exception as fout:
                # What was not committed is gone with the writer; the next one reads the versions anew.
                del self._schrijvers[naam]
                raise MotorOnbereikbaar(f"De zoekindex kon niet worden geschreven: {fout}") from fout

    def activate(self, naam: str) -> None:
        with _op_schijf():
            self._map.wijs(naam)

    def drop(self, naam: str) -> None:
        if naam == self._map.actief():
            raise GeneratieFout(f"Generatie {naam} is in gebruik.")
        with self._schrijfslot:
            if schrijver := self._schrijvers.pop(naam, None):
                schrijver.sluit()
            with _op_schijf():
                self._map.verwijder(naam)

    def search(self, plan: Plan, scope: Scope, limiet: int = 50, naam: str | None = None) -> list[Hit]:
        def zoek(index: tantivy.Index, zoeker: tantivy.Searcher) -> list[Hit]:
            gevonden = zoeker.search(compileer(plan, scope, index.schema), limiet, count=False)
            return [_hit(zoeker.doc(adres), score) for score, adres in gevonden.hits]

        return self._lees(zoek, naam)

    def score(self, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten = GEWICHTEN) -> float:
        def zoek(index: tantivy.Index, zoeker: tantivy.Searcher) -> float:
            dit = tantivy.Query.term_query(index.schema, "id", document_id(scope.bereik, sleutel), "basic")
            leden = [
                compileer(plan, scope, index.schema, gewichten),
                tantivy.Query.const_score_query(dit, 0.0),
            ]
            vraag = tantivy.Query.boolean_query([(tantivy.Occur.Must, lid) for lid in leden])
            hits = zoeker.search(vraag, 1, count=False).hits
            return float(hits[0][0]) if hits else 0.0

        return self._lees(zoek)

    def vocabulary(self, scope: Scope, naam: str | None = None) -> Woordenschat:
        return self._schatkamer.geef(self._naam(naam), scope)

    def counts(self, naam: str | None = None) -> dict[str, int]:
        vraag = {"per_bereik": {"terms": {"field": "bereik", "size": MEESTE_BEREIKEN}}}
        telling = self._lees(lambda _, zoeker: zoeker.aggregate(tantivy.Query.all_query(), vraag), naam)
        return {str(bak["key"]): int(bak["doc_count"]) for bak in telling["per_bereik"]["buckets"]}

    def audit(self, naam: str | None = None) -> Iterator[Stand]:
        return iter(self._lees(lambda _, zoeker: list(standen(zoeker)), naam))

    def health(self) -> Gezondheid:
        actief = self._naam(None)
        actueel = self._map.vingerafdruk(actief) == self.fingerprint
        return Gezondheid(actief, sum(self.counts().values()), actueel)

    def close(self) -> None:
        with self._schrijfslot:
            while self._schrijvers:
                self._schrijvers.popitem()[1].sluit()
        with self._slot:
            self._open.clear()
        self._schatkamer.leeg()

    def _schrijver(self, naam: str) -> Schrijver:
        if naam not in self._schrijvers:
            self._schrijvers[naam] = Schrijver(self._map.van(naam))
        return self._schrijvers[naam]

    def _naam(self, naam: str | None) -> str:
        gekozen = naam or self._map.actief()
        if gekozen is None:
            raise MotorOnbereikbaar("Er is nog geen zoekindex.")
        return gekozen

    def _lees(self, doe: Callable[[tantivy.Index, tantivy.Searcher], T], naam: str | None = None) -> T:
        """Do something with the newest state of a generation; once more when it moved under our hands."""
        try:
            return doe(*self._zoeker(naam))
        except (ValueError, OSError, GeneratieFout) as eerste:
            if naam is not None and isinstance(eerste, GeneratieFout):
                raise
            try:
                return doe(*self._zoeker(naam))
            except (ValueError, OSError, GeneratieFout) as fout:
                raise MotorOnbereikbaar(f"De zoekindex kon niet worden gelezen: {fout}") from fout

    def _zoeker(self, naam: str | None) -> tuple[tantivy.Index, tantivy.Searcher]:
        with self._slot:
            # The pointer is read inside the lock: two threads then cannot open two generations for one answer.
            geopend = self._zoek_op(self._naam(naam))
            return geopend.index, geopend.index.searcher()

    def _zoek_op(self, gekozen: str) -> _Geopend:
        """As it is on disk now; under the lock."""
        geopend = self._open.get(gekozen)
        if geopend is None or _inode(geopend.map) != geopend.inode:
            geopend = self._maak_open(gekozen)
        # Each commit puts a new file in place of this one; looking costs a tenth of reading anew.
        meta = os.stat(geopend.meta)
        stand = (meta.st_ino, meta.st_mtime_ns)
        if geopend.stand != stand:
            geopend.index.reload()
            geopend.stand = stand
        return geopend

    def _maak_open(self, naam: str) -> _Geopend:
        pad = self._map.van(naam)
        inode = pad.stat().st_ino
        index = registreer(tantivy.Index.open(str(pad)))
        index.config_reader("manual")
        aanwezig = set(self._map.namen())
        self._open = {ander: lid for ander, lid in self._open.items() if ander in aanwezig}
        self._open[naam] = _Geopend(index, str(pad), str(pad / "meta.json"), inode)
        return self._open[naam]

    def _stand_van(self, naam: str) -> tuple[int, int] | None:
        with self._slot:
            try:
                return self._zoek_op(naam).stand
            except (ValueError, OSError, GeneratieFout):
                return None  # counting the words looks once more, and says what is wrong

    def _tel_woorden(self, naam: str, scope: Scope) -> dict[str, int]:
        def tel(index: tantivy.Index, zoeker: tantivy.Searcher) -> dict[str, int]:
            hier = tantivy.Query.term_query(index.schema, "bereik", scope.bereik, "basic")
            aantallen: dict[str, int] = {}
            for veld in vormvelden(scope):
                for woord, aantal in zoeker.terms_with_prefix(veld, "", hier):
                    aantallen[woord] = aantallen.get(woord, 0) + aantal
            return aantallen

        return self._lees(tel, naam)


def _inode(pad: str) -> int:
    """0 when it is gone."""
    try:
        return os.stat(pad).st_ino
    except FileNotFoundError:
        return 0


def _hit(document: tantivy.Document, score: float) -> Hit:
    sleutel, soort, titel = (str(document[naam][0]) for naam in ("sleutel", "productsoort", "titel_sleutel"))
    return Hit(sleutel, soort, titel, score)


@contextmanager
def _op_schijf() -> Iterator[None]:
    """What the disk or tantivy says of a full or broken folder, as an error of an engine."""
    try:
        yield
    except (OSError, ValueError) as fout:
        raise MotorOnbereikbaar(f"De map van de zoekindex kan niet worden bijgewerkt: {fout}") from fout
