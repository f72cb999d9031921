"""Comparing with a target outside the house: when, and what follows from what it says.

What it should have and has not is offered again (`nazien.py`). What it has and should not have (`wezen`) is withdrawn
there, but never more than max(20, 5 %) of it without a person who has seen the list. One that has a version we never
issued is stopped. One that says yes and keeps nothing is not repaired for ever: a person must look.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from sync.afspraak.manifest import Regel, emmer_van, naam_van, samenvatting, splits
from sync.classificatie import NIET_BEREIKT, Oordeel
from sync.doelen import Aanwezig, Bericht, StandFout, Vergelijkbaar
from sync.leveren import fout_van_ons
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand
from sync.nazien import HERSTELBAAR, NIEUWER, leg_naast, volgende_nacht, vul_aan

logger = logging.getLogger(__name__)

OPNIEUW = timedelta(seconds=30)
MEESTE_HERSTEL = 3
LANG_GENOEG = timedelta(hours=1)
"""A target where something always waits is compared all the same."""
MINSTE_GRENS, DEEL_GRENS = 20, 0.05
GETOOND = 500
MEESTE_BLOKKEN = 2
"""Of what should not be there, withdrawn in one conversation: the target is not brought anything meanwhile."""
MEESTE_WEZEN = 5000
"""More is not kept: what stays is found the next time."""

Uitkomst = tuple[frozenset[str], dict[str, Aanwezig]] | StandFout


def te_vergelijken(nu: datetime) -> QuerySet[Doel]:
    """Targets outside the house whose turn it is, when nothing waits for them: longest first. 1 query."""
    wachtend = Levering.objects.filter(doel=OuterRef("pk"), toestand=LeveringToestand.WACHT)
    aan_de_beurt = Q(nazien_op__isnull=True) | Q(nazien_op__lte=nu)
    lang = nu - LANG_GENOEG
    # Who was asked for by hand, or is new, has no moment: then since it was last done, or made.
    ooit = Q(nagezien_op__lte=lang) | Q(nagezien_op__isnull=True, gemaakt_op__lte=lang)
    return (
        Doel.objects.exclude(soort=DoelSoort.INDEX)
        .filter(toestand=DoelToestand.ACTIEF)
        .filter(aan_de_beurt, Q(weer_op__isnull=True) | Q(weer_op__lte=Now()))
        .filter(~Exists(wachtend) | Q(nazien_op__lte=lang) | (Q(nazien_op__isnull=True) & ooit))
        .order_by(F("nazien_op").asc(nulls_first=True), "pk")
    )


def grens(aantal: int) -> int:
    """How much of so many documents may be concluded away without a person."""
    return max(MINSTE_GRENS, int(aantal * DEEL_GRENS))


class Vergelijking:
    """One comparison: what is expected is read first, `vraag` talks without the database, `verwerk` writes."""

    def __init__(self, doel: Doel, nu: datetime) -> None:
        self.doel = doel
        self.nu = nu
        bevestigd = _bevestigd(doel)
        self.verwacht = samenvatting(bevestigd)
        self.grens = grens(len(bevestigd))
        wezen = doel.wezen.get("lijst", [])
        mag = doel.wezen.get("akkoord") or len(wezen) <= self.grens
        self.weg = [_grafsteen(naam, versie) for naam, versie in wezen] if mag else []
        self.beurt: Sequence[Bericht] = ()
        """Of those the ones that are withdrawn in this conversation: what is withdrawn by editors waits for it."""

    def vraag(self, adapter: Vergelijkbaar) -> Uitkomst:
        """Withdraw what may go, and ask what is there then."""
        try:
            blok = adapter.grootste_blok
            self.beurt = self.weg[: MEESTE_BLOKKEN * blok]
            for van in range(0, len(self.beurt), blok):
                antwoorden = adapter.lever(self.beurt[van : van + blok])
                if all(antwoord.code == NIET_BEREIKT for antwoord in antwoorden):
                    return StandFout(antwoorden[0].melding)
        except Exception as fout:  # a fault of ours in an adapter may not stop the other targets
            logger.exception("onverwachte fout in %s", type(adapter).__name__)
            return StandFout(fout_van_ons(fout))
        return self.lees(adapter)

    def lees(self, adapter: Vergelijkbaar) -> Uitkomst:
        """Only ask what is there."""
        try:
            return adapter.stand(self.verwacht)
        except StandFout as fout:
            return fout
        except Exception as fout:  # as above
            logger.exception("onverwachte fout in %s", type(adapter).__name__)
            return StandFout(fout_van_ons(fout))

    def verwerk(self, uitkomst: Uitkomst) -> int:
        rij = Doel.objects.filter(pk=self.doel.pk, adres=self.doel.adres)
        if not rij.exists():
            return 0  # removed, or at another address by now
        if isinstance(uitkomst, StandFout):
            melding = f"Vergelijken lukt niet: {uitkomst}"[:500]
            sinds = self.doel.fout_sinds or self.nu
            # Why one was stopped meanwhile is what an administrator must read.
            rij.exclude(toestand=DoelToestand.GESTOPT).update(laatste_fout=melding, fout_sinds=sinds)
            rij.update(nazien_op=self.nu + OPNIEUW * 10)
            return 0
        emmers, aanwezig = uitkomst
        while vul_aan(self.doel, self.nu):
            pass
        with transaction.atomic():
            eigen = eigen_van(self.doel, aanwezig)
            gevonden = leg_naast(self.doel, eigen, self.nu, lambda naam: emmer_van(naam) in emmers)
            wezen = [[naam, stand.versie] for naam, stand in sorted(gevonden.wezen.items())][:MEESTE_WEZEN]
            nu_rij = rij.select_for_update(no_key=True).first()
            if nu_rij is not None:
                rij.update(**self._vervolg(nu_rij, gevonden.verschillen, wezen))
        return 0

    def _vervolg(
        self, nu_rij: Doel, verschillen: dict[str, int], wezen: list[list[object]]
    ) -> dict[str, object]:
        """What becomes of the target, and when it is compared again. `nu_rij`: with what people did meanwhile."""
        later = {_naam(bericht) for bericht in self.weg[len(self.beurt) :]}
        nog = [lid for lid in wezen if lid[0] in later]
        pogingen = nu_rij.herstelpogingen + 1 if set(HERSTELBAAR) & set(verschillen) else 0
        stand: dict[str, object] = {"herstelpogingen": pogingen, "nazien_op": volgende_nacht(self.nu)}
        stand["wezen"] = self._lijst(nu_rij, wezen, nog)
        if self._net_goedgekeurd(nu_rij) or nu_rij.nazien_op != self.doel.nazien_op:
            stand["nazien_op"] = nu_rij.nazien_op  # asked for while we talked
            return stand
        if nu_rij.toestand != DoelToestand.ACTIEF:
            return stand  # stopped or paused meanwhile: the reason stays, and it is compared when it goes on
        if NIEUWER in verschillen:
            melding = (
                f"{Oordeel.DOEL_LOOPT_VOOR.value}: {verschillen[NIEUWER]} documenten hebben daar een versie "
            )
            melding += "die hier nooit is uitgegeven."
            return stand | {"toestand": DoelToestand.GESTOPT, "laatste_fout": melding, "fout_sinds": self.nu}
        if nog or 0 < pogingen <= MEESTE_HERSTEL or 0 < len(wezen) <= self.grens:
            stand["nazien_op"] = self.nu + OPNIEUW * 2 ** max(pogingen - 1, 0)
        if not pogingen and not self.doel.fouten_op_rij:
            stand |= {"laatste_fout": "", "fout_sinds": None}
        return stand

    def _lijst(self, nu_rij: Doel, wezen: list[list[object]], nog: list[list[object]]) -> dict[str, object]:
        """What is kept of what should not be there, and whether it may go."""
        akkoord = bool(nu_rij.wezen.get("akkoord"))
        if self._net_goedgekeurd(nu_rij):
            lijst = [lid for lid in wezen if lid in nu_rij.wezen["lijst"]]
        elif nog:
            # What a person has seen and had no turn yet; what did not go comes back on the list after these.
            lijst = nog
        else:
            lijst, akkoord = wezen, False
        return {"lijst": lijst, "akkoord": akkoord} if lijst else {}

    def _net_goedgekeurd(self, nu_rij: Doel) -> bool:
        """While we talked: of what was seen then, what is still there goes the next time."""
        return bool(nu_rij.wezen.get("akkoord")) and not self.doel.wezen.get("akkoord")


def eigen_van(doel: Doel, aanwezig: Mapping[str, Aanwezig]) -> dict[str, Aanwezig]:
    """Without what is of other targets at the same address: that is not for us to judge, or to withdraw."""
    anderen = Doel.objects.exclude(soort=DoelSoort.INDEX).exclude(bereik=doel.bereik)
    adressen = anderen.values_list("bereik", "adres")
    bereiken = {bereik for bereik, adres in adressen if adres.rstrip("/") == doel.adres.rstrip("/")}
    return {naam: stand for naam, stand in aanwezig.items() if splits(naam)[0] not in bereiken}


def _bevestigd(doel: Doel) -> list[Regel]:
    """What the target acknowledged of each document."""
    rijen = Levering.objects.filter(doel=doel, bevestigd__gt=0).values_list(
        "publicatie__bereik",
        "publicatie__documentsoort",
        "publicatie__sleutel",
        "bevestigd",
        "bevestigde_hash",
    )
    return [(naam_van(*naam), versie, hash_) for *naam, versie, hash_ in rijen]


def _grafsteen(naam: str, versie: int) -> Bericht:
    """A withdrawal of what is there: the same version with other content counts as the newer word."""
    bereik, documentsoort, sleutel = splits(naam)
    return Bericht(bereik, documentsoort, sleutel, versie, "", None, None)


def _naam(bericht: Bericht) -> str:
    return naam_van(bericht.bereik, bericht.documentsoort, bericht.sleutel)


def klacht(doel: Doel, van: int | None = None) -> str:
    """What a person must look at, in words behind its name; empty when nothing.

    `van`: how many documents should be there; None: they are counted, if it matters.
    """
    if doel.herstelpogingen > MEESTE_HERSTEL:
        return "zegt dat het teksten heeft bewaard, maar heeft ze niet"
    wezen = len(doel.wezen.get("lijst", []))
    if doel.wezen.get("akkoord") or wezen <= MINSTE_GRENS:
        return ""
    if wezen <= grens(doel.leveringen.count() if van is None else van):
        return ""
    return f"heeft {wezen} documenten die er niet horen. Ze gaan pas weg als u de lijst hebt bekeken"


def namen_van_wezen(doel: Doel) -> Iterable[str]:
    return (naam for naam, _ in doel.wezen.get("lijst", [])[:GETOOND])
