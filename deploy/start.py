"""`make run`: checks, prepares the installation, then runs the web server and the sync process until Ctrl-C.

`python -m deploy.start`. A module and not a management command: it must speak clearly also where Django cannot
start, and holds no database connection while it watches. Which rooms the web process serves stands in ANTWOORD_DELEN.
"""

import argparse
import errno
import http.client
import os
import subprocess
import sys
from pathlib import Path

from deploy import logboek, vooraf
from deploy.toezicht import Kind, Toezicht, kind_opdracht
from redactie.settings.omgeving import BASE_DIR, Omgeving, OmgevingFout, huidige

MANAGE = [sys.executable, str(BASE_DIR / "manage.py")]
SYNC_BEZET = 3
UITLEG_SYNC = {SYNC_BEZET: "kan niet starten: er draait al een sync op deze database"}
KAMERS = ("redactie", "search", "sync", "kennisbank")


def web(omgeving: Omgeving, herladen: bool) -> list[str]:
    if herladen:
        return [*MANAGE, "runserver", f"{omgeving.luister}:{omgeving.poort}"]
    return [sys.executable, "-m", "gunicorn", "--config", str(BASE_DIR / "deploy" / "gunicorn_conf.py")]


def bereid_voor(omgeving: Omgeving) -> None:
    """Migrations, sample region (empty development installation only), static files: one Django start."""
    code = subprocess.run(kind_opdracht([*MANAGE, "voorbereiden"]), cwd=BASE_DIR, check=False).returncode
    if code == errno.ENOSPC:
        raise vooraf.Weigering(vooraf.schijf_vol(omgeving.data))
    if code != 0:
        raise vooraf.Weigering(
            "De voorbereiding is niet afgemaakt; zie de melding hierboven. Er is niets half achtergebleven: "
            "start gerust opnieuw als de oorzaak weg is."
        )


class Welkom:
    """Prints the addresses once, when the web server answers."""

    def __init__(self, omgeving: Omgeving) -> None:
        self.omgeving = omgeving
        self.gezegd = False

    def __call__(self) -> None:
        if not self.gezegd and _antwoordt(self.omgeving):
            self.gezegd = True
            print((self.omgeving.data / "adressen.txt").read_text("utf-8"), flush=True)


def _antwoordt(omgeving: Omgeving) -> bool:
    """Whether any answer comes; a redirect to https is one, and is not followed."""
    hier = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  only compared
    verbinding = http.client.HTTPConnection(
        hier.get(omgeving.luister, omgeving.luister), omgeving.poort, timeout=1
    )
    gastheer = omgeving.hosts[0].lstrip(".") if omgeving.hosts else "localhost"
    try:
        verbinding.request("GET", "/", headers={"Host": gastheer})
        verbinding.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        verbinding.close()
    return True


class Broncode:
    """For `make dev`: restarts the sync process when a Python file has changed (runserver does its own)."""

    def __init__(self, toezicht: Toezicht) -> None:
        self.toezicht = toezicht
        self.stand = self._meet()

    def _meet(self) -> float:
        paden = (pad for kamer in KAMERS for pad in Path(BASE_DIR / kamer).rglob("*.py"))
        return max(pad.stat().st_mtime for pad in paden)

    def __call__(self) -> None:
        nieuw = self._meet()
        if nieuw != self.stand:
            self.stand = nieuw
            self.toezicht.herstart("sync")


def main(argumenten: list[str] | None = None) -> int:
    lezer = argparse.ArgumentParser(description="Start Antwoord: de webserver en de sync.")
    lezer.add_argument(
        "--herladen", action="store_true", help="voor ontwikkelaars: herstart bij gewijzigde code"
    )
    lezer.add_argument(
        "--zonder-sync",
        action="store_true",
        help="alleen een webserver, naast een installatie die al draait (zie ANTWOORD_DELEN)",
    )
    keuzes = lezer.parse_args(argumenten)
    instellingen = os.environ.setdefault("DJANGO_SETTINGS_MODULE", vooraf.ONTWIKKELING)
    os.environ["PYTHONUNBUFFERED"] = "1"
    try:
        omgeving = huidige()
        vooraf.alleen_deze_machine(omgeving, instellingen)
        vooraf.datamap(omgeving.data)
        vooraf.poort_vrij(omgeving)
        if keuzes.zonder_sync:
            return _draai(omgeving, keuzes)
        with vooraf.slot(omgeving.data):
            bereid_voor(omgeving)
            return _draai(omgeving, keuzes)
    except (vooraf.Weigering, OmgevingFout) as weigering:
        print(f"\n{weigering}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt vóór Antwoord draaide. Start gerust opnieuw.", file=sys.stderr)
        return 130


def _draai(omgeving: Omgeving, keuzes: argparse.Namespace) -> int:
    logboek.stel_in(omgeving.data / "logs")
    kinderen = [Kind("web", web(omgeving, keuzes.herladen))]
    if not keuzes.zonder_sync:
        kinderen.append(Kind("sync", [*MANAGE, "sync"], UITLEG_SYNC))
    toezicht = Toezicht(kinderen, werkmap=BASE_DIR, elke_tik=[Welkom(omgeving)])
    if keuzes.herladen:
        toezicht.elke_tik.append(Broncode(toezicht))
    gedood = toezicht.draai()
    print("Antwoord is gestopt; niet alles stopte op tijd." if gedood else "Antwoord is gestopt.", flush=True)
    return 1 if gedood else 0


if __name__ == "__main__":
    sys.exit(main())
