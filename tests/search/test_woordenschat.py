from __future__ import annotations

from collections.abc import Callable

from search.bereik import Scope, balie, publiek
from search.motor import MotorOnbereikbaar
from search.schatkamer import HOUDBAAR, TE_OUD, Schatkamer
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
    """What is done beside the one who asks, waits in `werk` until `doe`."""

    def __init__(self) -> None:
        self.gevraagd: list[tuple[str, Scope]] = []
        self.woorden = {"paspoort": 1}
        self.nu = 0.0
        self.stand: object = None
        self.weg = False
        self.werk: list[Callable[[], None]] = []

    def __call__(self, generatie: str, scope: Scope) -> dict[str, int]:
        if self.weg:
            raise MotorOnbereikbaar("weg")
        self.gevraagd.append((generatie, scope))
        return dict(self.woorden)

    def kamer(self) -> Schatkamer:
        return Schatkamer(
            self, stand=lambda generatie: self.stand, terzijde=self.werk.append, nu=lambda: self.nu
        )

    def doe(self) -> None:
        while self.werk:
            self.werk.pop()()


def test_schatkamer_telt_niet_bij_elke_vraag() -> None:
    bron = Bron()
    kamer = bron.kamer()
    eerste = kamer.geef("g1", publiek("dordrecht"))
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    assert len(bron.gevraagd) == 1


def test_schatkamer_ververst_terzijde_en_houdt_wat_gelijk_bleef() -> None:
    bron = Bron()
    kamer = bron.kamer()
    eerste = kamer.geef("g1", publiek("dordrecht"))
    bron.nu += HOUDBAAR + 1
    bron.doe()
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    bron.doe()
    bron.nu += HOUDBAAR + 1
    bron.woorden["rijbewijs"] = 1
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    assert len(bron.werk) == 1, "one fetches, the others go on"
    bron.doe()
    assert kamer.geef("g1", publiek("dordrecht")).kent("rijbewijs")


def test_schatkamer_telt_niet_opnieuw_zolang_de_index_gelijk_blijft() -> None:
    bron = Bron()
    bron.stand = "a"
    kamer = bron.kamer()
    for _ in range(3):
        kamer.geef("g1", publiek("dordrecht"))
        bron.nu += HOUDBAAR + 1
        bron.doe()
    assert len(bron.gevraagd) == 1
    bron.stand, bron.woorden = "b", {"rijbewijs": 1}
    kamer.geef("g1", publiek("dordrecht"))
    bron.doe()
    assert kamer.geef("g1", publiek("dordrecht")).kent("rijbewijs")


def test_wie_na_lange_tijd_vraagt_wacht_op_de_woorden_van_nu() -> None:
    bron = Bron()
    kamer = bron.kamer()
    kamer.geef("g1", publiek("dordrecht"))
    bron.nu += TE_OUD + 1
    bron.woorden["rijbewijs"] = 1
    assert kamer.geef("g1", publiek("dordrecht")).kent("rijbewijs")
    assert bron.werk == []


def test_een_machine_die_dan_niet_antwoordt_laat_de_oude_woorden_staan() -> None:
    bron = Bron()
    kamer = bron.kamer()
    eerste = kamer.geef("g1", publiek("dordrecht"))
    bron.nu += HOUDBAAR + 1
    bron.weg = True
    kamer.geef("g1", publiek("dordrecht"))
    bron.doe()
    assert kamer.geef("g1", publiek("dordrecht")) is eerste
    bron.weg, bron.woorden = False, {"rijbewijs": 1}
    bron.doe()
    assert kamer.geef("g1", publiek("dordrecht")).kent("rijbewijs")


def test_schatkamer_verwart_geen_bereik_vrager_of_generatie() -> None:
    bron = Bron()
    kamer = bron.kamer()
    scopes = (publiek("dordrecht"), balie("dordrecht"), publiek("regio"))
    vragen = [(generatie, scope) for generatie in ("g1", "g2") for scope in scopes]
    for vraag in vragen:
        kamer.geef(*vraag)
    assert bron.gevraagd == vragen
