"""The Dutch public holidays of a year, as the Algemene termijnenwet (art. 3) names them, with the two Sundays. Pure.

Whether a counter is closed then is for each municipality to say; Good Friday and 5 May are working days for many.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Feestdag:
    datum: date
    naam: str


def feestdagen(jaar: int) -> list[Feestdag]:
    """In the order of the year."""
    pasen = paaszondag(jaar)
    koningsdag = date(jaar, 4, 27)
    vast = [
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        # A Sunday is given to the day before it.
        (koningsdag - timedelta(days=1) if koningsdag.weekday() == 6 else koningsdag, "Koningsdag"),
        (date(jaar, 5, 5), "Bevrijdingsdag"),
        (date(jaar, 12, 25), "Eerste Kerstdag"),
        (date(jaar, 12, 26), "Tweede Kerstdag"),
    ]
    na_pasen = (
        (-2, "Goede Vrijdag"),
        (0, "Eerste Paasdag"),
        (1, "Tweede Paasdag"),
        (39, "Hemelvaartsdag"),
        (49, "Eerste Pinksterdag"),
        (50, "Tweede Pinksterdag"),
    )
    beweeglijk = [(pasen + timedelta(days=dagen), naam) for dagen, naam in na_pasen]
    return sorted(Feestdag(datum, naam) for datum, naam in [*vast, *beweeglijk])


def feestdagen_tussen(van: date, tot: date) -> list[Feestdag]:
    """Both days included."""
    alle = [dag for jaar in range(van.year, tot.year + 1) for dag in feestdagen(jaar)]
    return [dag for dag in alle if van <= dag.datum <= tot]


def paaszondag(jaar: int) -> date:
    """Easter in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)
