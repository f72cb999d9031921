"""The clock of every Python process of an installation under test: as far ahead as the file in KETEN_KLOK says.

Python imports this module by itself at its start when this folder stands in PYTHONPATH, so the installation needs no
switch of its own for it. The file may change while the processes run (`tests/keten/klok.py` writes it). Only wall
time moves: `time.monotonic` and the database's own clock stay.
"""

import os
import threading
import time
from pathlib import Path

import time_machine

BESTAND = Path(os.environ["KETEN_KLOK"])
TUSSENPOZE = 0.02


def lees() -> float:
    return float(BESTAND.read_text("ascii"))


def volg() -> None:
    global verzet
    while True:
        time.sleep(TUSSENPOZE)
        if (nieuw := lees()) != verzet:
            reiziger.shift(nieuw - verzet)
            verzet = nieuw


def begin() -> None:
    threading.Thread(target=volg, name="klok", daemon=True).start()


verzet = lees()
reiziger = time_machine.travel(time.time() + verzet).start()
time.time()  # its clock begins to run when it is first read
begin()
os.register_at_fork(after_in_child=begin)
