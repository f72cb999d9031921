"""The region says that something differs, and never shows the value of one."""

from hypothesis import given

from redactie.bronnen import REGIO, KanaalBron, LokaleLaag
from redactie.keuzes import Actie, GegevenSoort, KanaalWijze
from redactie.oplossen import oplossen
from redactie.samenvoegen import samenvoegen
from tests.redactie.bouw import (
    DE_REGIO,
    MET_TOKENS,
    NU,
    feiten,
    feiten_van,
    gegeven,
    los_op,
    product,
    producten,
    samen,
    tarief,
)
from tests.redactie.opgelost import GROEP


def test_wat_lokaal_is_verschilt_per_gemeente():
    tekst, opgelost = los_op(
        "Na {gegeven:t} in {gemeente.naam}: {tarief:x}. [Afspraak]({gegeven:u}).",
        gegeven("t", "5 werkdagen", GegevenSoort.TERMIJN),
        tarief("x", "10"),
        gemeente=DE_REGIO,
        elders=["gegeven:t", "gegeven:u", "tarief:x", "tarieven:g"],
    )
    assert tekst == (
        "Na een termijn die verschilt per gemeente in uw gemeente: een bedrag dat verschilt per gemeente. Afspraak."
    )
    assert opgelost.alarmen == ()


def test_in_een_groep_verschilt_alleen_de_rij_die_ergens_anders_is():
    rijen = tuple(rij for rij in GROEP if rij.gemeente is None)
    tekst, opgelost = los_op("{tarieven:g}", *rijen, gemeente=DE_REGIO, elders=["tarief:b", "tarieven:g"])
    assert "| Eerste \\(vanaf 18 jaar\\) | € 83,87 |\n| Tweede | verschilt per gemeente |" in tekst
    assert opgelost.alarmen == ()


def test_een_groep_met_alleen_lokale_rijen_verschilt_in_zijn_geheel():
    tekst, opgelost = los_op("{tarieven:g}", gemeente=DE_REGIO, elders=["tarief:c", "tarieven:g"])
    assert tekst.strip() == "Dit verschilt per gemeente."
    assert opgelost.alarmen == ()


def test_een_rij_die_alleen_gemeenten_hebben_is_er_in_de_regio_als_rest():
    rijen = tuple(rij for rij in GROEP if rij.gemeente is None)
    tekst, _ = los_op("{tarieven:g}", *rijen, gemeente=DE_REGIO, elders=["tarief:c", "tarieven:g"])
    assert tekst.rstrip().endswith("| Tweede | € 10,00 |\n| Andere bedragen | verschilt per gemeente |")


def test_een_gemeente_ziet_nooit_verschilt_per_gemeente():
    tekst, _ = los_op("{tarief:x}", tarief("x", "10"), elders=["tarief:x"])
    assert tekst == "€ 10,00"


def test_de_regio_laat_een_lokaal_kanaal_weg_zonder_alarm():
    kanaal = KanaalBron(Actie.AFSPRAAK, KanaalWijze.BALIE, "{gegeven:u}", "Maak een afspraak")
    bekend = feiten(gemeente=DE_REGIO, elders=["gegeven:u"])
    opgelost = oplossen(samen(product(kanalen=(kanaal,)), LokaleLaag(REGIO)), bekend, NU)
    assert (opgelost.kanalen, opgelost.alarmen) == ((), ())


@given(producten(MET_TOKENS), feiten_van(DE_REGIO))
def test_de_regio_toont_nooit_een_waarde_die_ergens_anders_is(centraal, bekend):
    samengesteld = samenvoegen(centraal, LokaleLaag(REGIO), NU)
    if samengesteld is None:
        return
    opgelost = oplossen(samengesteld, bekend, NU)
    for lid in opgelost.feiten:
        if lid.token in bekend.elders_lokaal and not lid.token.startswith("tarieven:"):
            assert lid.waarde.endswith("verschilt per gemeente")
