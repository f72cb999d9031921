"""Word differences for a template: safe, and only of the fields that differ."""

from __future__ import annotations

from django.utils.safestring import SafeString

from redactie.cms.verschil import veldverschillen, verschil_tussen
from redactie.veld import Veld


def test_een_verschil_is_veilig_en_de_tekst_erin_ontsnapt() -> None:
    verschil = verschil_tussen("Bel ons.", "Bel <b>ons</b>.")
    assert isinstance(verschil, SafeString)
    assert "&lt;b&gt;ons&lt;/b&gt;." in verschil
    assert "<b>" not in verschil


def test_alleen_velden_die_verschillen_in_de_volgorde_van_de_nieuwe_tekst() -> None:
    was = {Veld.INLEIDING.value: "Kort.", Veld.KOSTEN.value: "Gratis."}
    wordt = {Veld.KOSTEN: "€ 10", Veld.INLEIDING: "Kort.", Veld.AANPAK: "Maak een afspraak."}
    assert [veld for veld, _ in veldverschillen(was, wordt)] == [Veld.KOSTEN, Veld.AANPAK]


def test_een_veld_zonder_eerdere_tekst_was_leeg() -> None:
    [(_, verschil)] = veldverschillen({}, {Veld.INLEIDING: "Nieuw."})
    assert verschil == verschil_tussen("", "Nieuw.")
