"""The figures of publishing in the text format of Prometheus (exposition format 0.0.4): a string of a `Meting`.

A few lines of our own: a client library would count in each process by itself, and these figures stand in the
database, the same for every process that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sync.meting import Doelmeting, Meting

Waarde = tuple[dict[str, str], float]
UITKOMSTEN = ("wacht", "bevestigd", "geparkeerd")


def als_tekst(meting: Meting) -> str:
    return "".join(_regels(meting))


def _regels(meting: Meting) -> Iterator[str]:
    def een(waarde: float) -> list[Waarde]:
        return [({}, waarde)]

    hartslag = meting.hartslag if meting.hartslag is not None else float("inf")
    achter = meting.index_achter if meting.index_achter is not None else float("inf")
    yield from _reeks("antwoord_sync_hartslag_seconden", "Since the last sign of life.", een(hartslag))
    yield from _reeks("antwoord_sync_draait", "1 while the loop gives signs of life.", een(meting.draait))
    yield from _reeks("antwoord_tijdvak", "Epoch of the versions.", een(meting.tijdvak))
    yield from _reeks("antwoord_wijzigingen", "Recorded changes to be planned.", een(meting.te_plannen))
    yield from _reeks(
        "antwoord_oudste_wijziging_seconden", "Age of the oldest one.", een(meting.oudste_wijziging)
    )
    yield from _reeks(
        "antwoord_verlopen", "Publications past their date boundary, not yet planned.", een(meting.verlopen)
    )
    yield from _reeks(
        "antwoord_publicaties",
        "Publications by state; mislukt: cannot be made, the previous text stays.",
        [({"stand": stand}, getattr(meting, stand)) for stand in ("live", "ingetrokken", "mislukt")],
    )
    yield from _reeks(
        "antwoord_zoekindex_achter_seconden", "How far what is found may be behind.", een(achter)
    )
    if meting.proef_seconden is not None and meting.proef_oud is not None:
        yield from _reeks(
            "antwoord_ketenproef_seconden", "From recording to readable.", een(meting.proef_seconden)
        )
        yield from _reeks(
            "antwoord_ketenproef_oud_seconden", "Since that was last measured.", een(meting.proef_oud)
        )
    yield from _reeks("antwoord_ketenproef_mist", "1 while an attempt is overdue.", een(meting.proef_mist))
    yield from _reeks(
        "antwoord_leveringen",
        "Deliveries by target and outcome.",
        [
            ({**_doel(doel), "uitkomst": uitkomst}, getattr(doel, uitkomst))
            for doel in meting.doelen
            for uitkomst in UITKOMSTEN
        ],
    )
    yield from _per_doel(
        meting, "antwoord_doel_achter_seconden", "Age of the oldest waiting delivery.", "achter"
    )
    yield from _per_doel(
        meting, "antwoord_doel_pogingen", "Failed attempts of what waits or is parked.", "pogingen"
    )
    yield from _per_doel(
        meting, "antwoord_doel_fouten_op_rij", "Failures in a row of the target itself.", "fouten_op_rij"
    )
    yield from _per_doel(meting, "antwoord_doel_rust", "1 while the breaker is open.", "rust")
    yield from _reeks(
        "antwoord_doel_toestand",
        "1 for the state that a target is in.",
        [({**_doel(doel), "toestand": doel.toestand}, 1) for doel in meting.doelen],
    )


def _per_doel(meting: Meting, naam: str, uitleg: str, veld: str) -> Iterator[str]:
    return _reeks(naam, uitleg, [(_doel(doel), getattr(doel, veld)) for doel in meting.doelen])


def _doel(doel: Doelmeting) -> dict[str, str]:
    return {"doel": doel.naam, "soort": doel.soort}


def _reeks(naam: str, uitleg: str, waarden: Iterable[Waarde]) -> Iterator[str]:
    yield f"# HELP {naam} {uitleg}\n# TYPE {naam} gauge\n"
    for labels, waarde in waarden:
        merken = ",".join(f'{label}="{_veilig(tekst)}"' for label, tekst in labels.items())
        yield f"{naam}{'{' + merken + '}' if merken else ''} {_getal(waarde)}\n"


def _veilig(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _getal(waarde: float) -> str:
    return "+Inf" if waarde == float("inf") else f"{float(waarde):.15g}"
