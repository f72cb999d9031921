"""Agents at the desk who type: each letter is a request, as the desk's own script sends it.

One kept-alive connection and one session each. Who types does not wait: the clock of an answer starts when the letter
was typed, and letters that come while an answer is late are asked together, as the script paints only the newest.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode

import httpx

from redactie.demo import WACHTWOORD

TOETS = 0.150
"""Seconds between two letters: somebody who types fast."""


@dataclass(frozen=True, slots=True)
class Sessie:
    """Signed in: the cookies, and the token that each form carries."""

    koekjes: str
    token: str


@dataclass(frozen=True, slots=True)
class Getypt:
    """Milliseconds of every answer, and how many letters got none of their own because the one before was late."""

    ms: tuple[float, ...]
    overgeslagen: int


@dataclass
class Agent:
    poort: int
    sessie: Sessie
    bereik: str
    duren: list[float] = field(default_factory=list)
    overgeslagen: int = 0
    fout: str = ""

    def typ(self, vragen: Sequence[str], tempo: float) -> None:
        """All questions, a letter each `tempo` seconds, or as soon as the answer is there; milliseconds to `duren`."""
        verbinding = HTTPConnection("127.0.0.1", self.poort, timeout=20)
        for vraag in vragen:
            begin = time.perf_counter()
            aantal = 0
            while aantal < len(vraag):
                # What was typed while the answer before was awaited, is asked at once; only the last of it.
                getypt = min(int((time.perf_counter() - begin) / tempo), len(vraag)) if tempo else 0
                nu = max(aantal + 1, getypt)
                self.overgeslagen += nu - aantal - 1
                aantal = nu
                moment = begin + aantal * tempo if tempo else time.perf_counter()
                time.sleep(max(0.0, moment - time.perf_counter()))
                self._vraag(verbinding, vraag[:aantal])
                self.duren.append((time.perf_counter() - moment) * 1000)
        verbinding.close()

    def _vraag(self, verbinding: HTTPConnection, vraag: str) -> None:
        inhoud = formulier(vraag, self.sessie)
        verbinding.request("POST", f"/balie/{self.bereik}/", inhoud, koppen(self.sessie))
        antwoord = verbinding.getresponse()
        tekst = antwoord.read()
        if antwoord.status != 200 or b'id="telling"' not in tekst:
            self.fout = f"{antwoord.status} {tekst[:200]!r}"
            raise RuntimeError(self.fout)


def formulier(vraag: str, sessie: Sessie) -> str:
    return urlencode({"csrfmiddlewaretoken": sessie.token, "vraag": vraag, "gekozen": "", "typend": "1"})


def koppen(sessie: Sessie) -> dict[str, str]:
    return {
        "Cookie": sessie.koekjes,
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Balie-Deel": "lijst",
        "Host": "localhost",
    }


def meld_aan(poort: int, naam: str = "kcc") -> Sessie:
    """With a demo account, through the desk's own page."""
    pad = "/balie/aanmelden/"
    with httpx.Client(
        base_url=f"http://127.0.0.1:{poort}", headers={"Host": "localhost"}, timeout=30
    ) as client:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(pad).text)
        assert token is not None
        velden = {"username": naam, "password": WACHTWOORD, "csrfmiddlewaretoken": token[1]}
        antwoord = client.post(pad, data=velden)
        if antwoord.status_code != 302:
            raise RuntimeError(f"signing in gave {antwoord.status_code}")
        koekjes = "; ".join(f"{naam}={waarde}" for naam, waarde in client.cookies.items())
        return Sessie(koekjes, client.cookies["antwoord_csrf"])


def typ_samen(
    poort: int, sessies: Sequence[Sessie], bereiken: Sequence[str], vragen: Sequence[str], tempo: float
) -> Getypt:
    """Each agent its share of the questions, for a municipality of its own."""
    agenten = [Agent(poort, sessie, bereik) for sessie, bereik in zip(sessies, bereiken, strict=False)]
    draden = [
        threading.Thread(target=agent.typ, args=(vragen[nummer :: len(agenten)], tempo))
        for nummer, agent in enumerate(agenten)
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if fouten := [agent.fout for agent in agenten if agent.fout]:
        raise RuntimeError(fouten[0])
    duren = tuple(ms for agent in agenten for ms in agent.duren)
    return Getypt(duren, sum(agent.overgeslagen for agent in agenten))
