"""Names of the national list for tests that choose one."""

from __future__ import annotations

from datetime import datetime

from redactie.models import UplNaam
from redactie.periode import AMSTERDAM
from tests import factories as f

VERVALLEN_OP = datetime(2025, 4, 30, 12, tzinfo=AMSTERDAM)


def upl_namen() -> dict[str, UplNaam]:
    """`paspoort` and `paspoort spoed` are names of municipalities, `noodpaspoort` of the state; one has vanished."""
    gemeente = {"bestuurslagen": ["gemeente"]}
    return {
        "paspoort": f.UplNaamFactory(naam="paspoort", **gemeente),
        "spoed": f.UplNaamFactory(naam="spoed paspoort", **gemeente),
        "rijk": f.UplNaamFactory(naam="paspoort voor diplomaten", bestuurslagen=["rijk"]),
        "weg": f.UplNaamFactory(naam="paspoort bijschrijving", vervallen_op=VERVALLEN_OP, **gemeente),
    }
