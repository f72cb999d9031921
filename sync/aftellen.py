"""Watching the running loop do what a command asked for, with a bar that counts down. Changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from tqdm import tqdm

from redactie.models import Wijziging
from sync.models import BELEVERD, Levering, LeveringToestand

POLS = 0.2


def wachtend() -> int:
    """How many steps the loop still has to take for what was recorded and wanted. 2 queries."""
    leveringen = Levering.objects.filter(toestand=LeveringToestand.WACHT, doel__toestand__in=BELEVERD)
    return Wijziging.objects.count() + leveringen.count()


def kijk_mee(geduld: float, balk_naar: TextIO, rest: Callable[[], int] = wachtend) -> bool:
    """Until nothing is left, at most `geduld` seconds; whether that was so."""
    einde = time.monotonic() + geduld
    with tqdm(total=rest(), unit=" stappen", file=balk_naar, dynamic_ncols=True) as balk:
        while time.monotonic() < einde:
            over = rest()
            balk.total = max(balk.total, over)
            balk.update(balk.total - over - balk.n)
            if over == 0:
                return True
            time.sleep(POLS)
    return False
