from __future__ import annotations

from search.bereik import Scope, balie, publiek
from search.schatkamer import HOUDBAAR, Schatkamer
from search.woordenschat import Woordenschat


def test_kent_een_woord_een_andere_vorm_en_een_deel() -> None:
    schat = Woordenschat({"paspoorten": 1, "afvalpas": 1})
    assert all(map(schat.kent, ("paspoorten", "paspoort", "afvalpas", "afval", "pas")))
    assert not schat.kent("rijbewijs")


def test_kent_het_begin_van_een_woord() -> None:
    schat = Woordenschat({"afvalpas": 1, "paspoort": 1})
    assert schat.kent_begin("pasp")
    assert schat.kent_begin("paspoort")
    assert not schat.kent_begin("paspoorts")
    assert not schat.kent_begin("z")
    assert not Woordenschat({}).kent_begin("a")


def test_met_voegt_toe_en_houdt_de_aantallen() -> None:
    schat = Woordenschat({"paspoort": 5})
    assert schat.met(["paspoort", "reisdocument"]).aantallen == {"paspoort": 5, "reisdocument": 1}
    assert schat.met(["paspoort"]) is schat


class Bron:
    def __init__(self) -> None:
        self.gevraagd: list[tuple[str, Scope]] = []
        self.woorden = {"paspoort": 1}
        self.nu = 0.0

    def __call__(self, generatie: str, scope: Scope) -> dict[str, int]:
        self.gevraagd.append((generatie, scope))
        return dict(self.woorden)


def test_schatkamer_telt_niet_bij_elke_vraag() -> None:
    bron = Bron()
    kamer = Schatkamer(bron, lambda: bron.nu)
    eerste = kamer.geef("g1", publiek("dordrecht"))
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    assert len(bron.gevraagd) == 1


def test_schatkamer_ververst_na_een_tijd_en_houdt_wat_gelijk_bleef() -> None:
    bron = Bron()
    kamer = Schatkamer(bron, lambda: bron.nu)
    eerste = kamer.geef("g1", publiek("dordrecht"))
    bron.nu += HOUDBAAR + 1
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    bron.nu += HOUDBAAR + 1
    bron.woorden["rijbewijs"] = 1
    assert kamer.geef("g1", publiek("dordrecht")).kent("rijbewijs")


def test_schatkamer_verwart_geen_bereik_vrager_of_generatie() -> None:
    bron = Bron()
    kamer = Schatkamer(bron, lambda: bron.nu)
    scopes = (publiek("dordrecht"), balie("dordrecht"), publiek("regio"))
    vragen = [(generatie, scope) for generatie in ("g1", "g2") for scope in scopes]
    for vraag in vragen:
        kamer.geef(*vraag)
    assert bron.gevraagd == vragen
