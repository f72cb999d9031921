"""A process that publishes and dies at the n-th point of it, by SIGKILL: the kill test's victim.

`python -m tests.redactie.afbreken <map>`, with DATABASE_URL naming a file in that folder. Django starts once; each
attempt is a fork on a fresh copy of the prepared file. A point is: before each SQL statement that writes, before each
COMMIT and after each COMMIT, counted while it runs, so that a new step of publishing is a new point by itself; between
two points the file cannot change. What the file then says is for the test to judge (`test_afbreken.py`).
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.db import connection, transaction
from django.test import Client

from tests import sjabloon

SLEUTEL = "pas-aanvragen"
NIEUWE_SLEUTEL = "pas-verlengen"
Punten = Callable[[Callable[[str], None]], None]
SCHRIJFT_NIET = ("SELECT", "SAVEPOINT", "RELEASE", "BEGIN", "PRAGMA")
OUD = "Dit duurt vijf weken."
NIEUW = "Dit duurt drie weken."


def bereid_voor(basis: Path) -> dict[str, tuple[Client, str]]:
    """A published product, a published local version, a product never published; nothing waits to be planned.

    Also who publishes by the CMS, and where: signed in before, because signing in writes as well.
    """
    from django.core.management import call_command

    from redactie.keuzes import Rol
    from redactie.models import Wijziging
    from tests import factories as f
    from tests.redactie.cms.hulp import adres, als

    call_command("migrate", verbosity=0)
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    product = f.ProductFactory(sleutel=SLEUTEL, termijn=OUD, gepubliceerd=True)
    nieuw = f.ProductFactory(sleutel=NIEUWE_SLEUTEL, termijn=NIEUW)
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, wijkt_af={"termijn": OUD}, gepubliceerd=True
    )
    centraal, publicist = als(Rol.CENTRAAL), als(Rol.PUBLICIST, sliedrecht)
    Wijziging.objects.all().delete()
    connection.close()
    with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"])) as verbinding:
        verbinding.execute("VACUUM INTO ?", (str(basis),))
    return {
        "product": (centraal, adres(product)),
        "nieuw product": (centraal, adres(nieuw)),
        "lokale versie": (publicist, adres(versie)),
    }


def door_een_script(ding: str) -> Callable[[], None]:
    """Publish as an import or a script does: a revision, then that revision."""
    from redactie.models import LokaleVersie, Product

    def product(sleutel: str) -> None:
        rij = Product.objects.get(sleutel=sleutel)
        rij.termijn = NIEUW
        rij.save_revision().publish()

    def lokale_versie() -> None:
        rij = LokaleVersie.objects.get()
        (afwijking,) = rij.afwijkingen.all()
        afwijking.tekst = NIEUW
        rij.afwijkingen.add(afwijking)
        rij.save_revision().publish()

    return {
        "product": lambda: product(SLEUTEL),
        "nieuw product": lambda: product(NIEUWE_SLEUTEL),
        "lokale versie": lokale_versie,
    }[ding]


def in_het_cms(client: Client, pad: str) -> Callable[[], None]:
    """Publish as an editor does: the form of the screen, and the button."""
    from tests.redactie.cms.hulp import formulier

    veld = formulier(client, pad) | {"action-publish": "1"}
    if "termijn" in veld:
        veld |= {"termijn": NIEUW, "toelichting": "Het gaat sneller."}
    else:
        veld |= {"afwijkingen-0-tekst": NIEUW}

    def verzend() -> None:
        antwoord = client.post(pad, veld)
        assert antwoord.status_code == 302, antwoord.context["form"].errors

    return verzend


def correctie() -> None:
    """Correct the live text beside a draft; nothing when it reads so already, as an editor would see."""
    from redactie.models import Product
    from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst
    from redactie.veld import Veld

    rij = Product.objects.get(sleutel=SLEUTEL)
    if rij.termijn != NIEUW:
        nota = Wijzigingsnota(toelichting="Er stond een fout.")
        corrigeer_live_tekst(product=rij, veld=Veld.TERMIJN, tekst=NIEUW, nota=nota)


def breek_af_bij(punt: int | str, melden: int, ook: Punten = lambda tel: None) -> Any:
    """A context in which this process kills itself at that point, after saying where; 0 is never.

    `ook` is given what counts a point, to set points besides those of the database.
    """
    teller = itertools.count(1)
    een_tegelijk = threading.Lock()

    def tel(waar: str) -> None:
        # Whoever talks to a target does so in a thread: each gets a number of its own, and one of them dies.
        with een_tegelijk:
            if next(teller) == punt or waar == punt:
                os.write(melden, waar.encode()[:200])
                os.kill(os.getpid(), signal.SIGKILL)

    def opdracht(voer_uit: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().upper().startswith(SCHRIJFT_NIET):
            tel(f"vóór {sql}")
        return voer_uit(sql, params, many, context)

    echte_commit = connection._commit

    def commit() -> None:
        tel("vóór COMMIT")
        echte_commit()
        tel("na COMMIT")

    connection._commit = commit
    ook(tel)
    return connection.execute_wrapper(opdracht)


def wijziging_te_laat() -> None:
    """A broken product: the record is written when the transaction of the edit is over."""
    from redactie.models.wijziging import VastgelegdModel

    echt = VastgelegdModel.leg_vast
    VastgelegdModel.leg_vast = lambda zelf: transaction.on_commit(lambda: echt(zelf))


def wijziging_te_vroeg() -> None:
    """A broken product: the record is committed before the edit."""
    from redactie.models.wijziging import VastgelegdModel

    def save(zelf: Any, *args: Any, **kwargs: Any) -> None:
        if zelf.leest_iemand_dit(kwargs.get("update_fields")):
            zelf.leg_vast()
        super(VastgelegdModel, zelf).save(*args, **kwargs)

    VastgelegdModel.save = save


VARIANTEN = {"": lambda: None, "te laat": wijziging_te_laat, "te vroeg": wijziging_te_vroeg}


def zet_terug(basis: Path, werk: Path) -> None:
    for rest in ("-wal", "-shm"):
        werk.with_name(werk.name + rest).unlink(missing_ok=True)
    shutil.copyfile(basis, werk)


def probeer(
    doe: Callable[[], None], variant: str, punt: int | str, ook: Punten = lambda tel: None
) -> dict[str, str]:
    """Do it in a child that dies at that point (its number, or the first of that name); where it died.

    '' when it came to its end.
    """
    lezen, melden = os.pipe()
    if (kind := os.fork()) == 0:
        VARIANTEN[variant]()
        try:
            with breek_af_bij(punt, melden, ook):
                doe()
        except BaseException as fout:
            os.write(melden, repr(fout).encode()[:2000])
            os._exit(1)
        os._exit(0)
    os.close(melden)
    with os.fdopen(lezen, "rb") as pijp:
        gemeld = pijp.read().decode("utf-8", "replace")
    _, stand = os.waitpid(kind, 0)
    if os.WIFSIGNALED(stand) and os.WTERMSIG(stand) == signal.SIGKILL:
        return {"gestorven": gemeld}
    return {"gestorven": ""} if os.waitstatus_to_exitcode(stand) == 0 else {"fout": gemeld}


def main(map_: Path) -> None:
    """Answer each line `{weg, ding, variant, punt, vers}` with `{gestorven}` or `{fout}`."""
    # What a killed process wrote is in the file, synced to the disk or not; only a power cut would tell the difference.
    connection.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
    werk, basis = Path(connection.settings_dict["NAME"]), map_ / "basis.sqlite3"
    sjabloon.gebruik(werk)
    schermen = bereid_voor(basis)
    formulieren: dict[str, Callable[[], None]] = {}
    zet_terug(basis, werk)
    for ding, scherm in schermen.items():
        formulieren[ding] = in_het_cms(*scherm)
    connection.close()
    print("klaar", flush=True)
    for regel in sys.stdin:
        vraag = json.loads(regel)
        if vraag["vers"]:
            zet_terug(basis, werk)
        ding = vraag["ding"]
        wegen: dict[str, Callable[[], None]] = {
            "script": door_een_script(ding),
            "correctie": correctie,
            # A form from before, or as somebody who begins again gets it.
            "cms": formulieren[ding] if vraag["vers"] else lambda d=ding: in_het_cms(*schermen[d])(),
        }
        print(json.dumps(probeer(wegen[vraag["weg"]], vraag["variant"], vraag["punt"])), flush=True)


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
