"""What the tests of resolving look for in a resolved product, and the tariffs that several of them resolve."""

from redactie.keuzes import GegevenSoort, TariefSoort
from tests.redactie.bouw import tarief

BEDRAG_ONBEKEND = "Dit bedrag is nog niet bekend. Bel [14 078](tel:14078)."
URL, TELEFOON = GegevenSoort.URL, GegevenSoort.TELEFOON
GROEP = (
    tarief("b", "10", "Tweede", groep="g", volgorde=2, id=1),
    tarief("a", "83.87", "Eerste", groep="g", volgorde=1, voorwaarde="vanaf 18 jaar", id=2),
    tarief(
        "c", "57.85", "Spoed", groep="g", volgorde=2, soort=TariefSoort.TOESLAG, gemeente="dordrecht", id=3
    ),
)


def alarmtokens(opgelost) -> set[str]:
    return {alarm.token for alarm in opgelost.alarmen}


def feit(opgelost, token: str):
    return next(lid for lid in opgelost.feiten if lid.token == token)
