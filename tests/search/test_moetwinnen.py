"""The list of must-win questions can be read, and says where it cannot."""

from __future__ import annotations

import pytest

from search.moetwinnen import LijstFout, Proefvraag, lees, proefvragen


def test_een_regel_is_een_vraag_met_een_of_meer_sleutels() -> None:
    regels = [
        "vraag,sleutels",
        "paspoort,paspoort-aanvragen",
        "",
        '"kwijt, en nu?",paspoort-kwijt; rijbewijs-kwijt',
    ]
    assert list(lees(regels)) == [
        Proefvraag("paspoort", ("paspoort-aanvragen",)),
        Proefvraag("kwijt, en nu?", ("paspoort-kwijt", "rijbewijs-kwijt")),
    ]


@pytest.mark.parametrize("regel", ["alleen een vraag", ",sleutel", "vraag,", "vraag,a,b"])
def test_een_regel_die_niet_klopt_wordt_genoemd(regel: str) -> None:
    with pytest.raises(LijstFout, match="Regel 2"):
        list(lees(["vraag,sleutels", regel]))


def test_zonder_koppen_is_het_een_andere_lijst() -> None:
    with pytest.raises(LijstFout, match="vraag,sleutels"):
        list(lees(["paspoort,paspoort-aanvragen"]))


def test_de_meegeleverde_lijst_heeft_vijftig_verschillende_vragen() -> None:
    vragen = [lid.vraag for lid in proefvragen()]
    assert len(vragen) == len(set(vragen)) == 50
