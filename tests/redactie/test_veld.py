"""The single list of text fields."""

from redactie.veld import BALIE_VOLGORDE, FEITELIJKE_VELDEN, INTERNE_VELDEN, PUBLIEKE_VELDEN, Veld


def test_elk_veld_is_openbaar_of_intern():
    assert set(PUBLIEKE_VELDEN) | set(INTERNE_VELDEN) == set(Veld)
    assert set(PUBLIEKE_VELDEN).isdisjoint(INTERNE_VELDEN)


def test_de_balie_toont_elk_veld_een_keer():
    assert len(BALIE_VOLGORDE) == len(set(BALIE_VOLGORDE))
    assert set(BALIE_VOLGORDE) == {veld for veld in Veld if not veld.platte_tekst}


def test_elk_veld_heeft_een_naam_voor_de_redactie():
    assert all(label for _, label in Veld.choices())
    assert [waarde for waarde, _ in Veld.choices()] == [veld.value for veld in Veld]


def test_alles_behalve_titel_en_samenvatting_heeft_een_kop():
    assert {veld for veld in Veld if not veld.kop} == {Veld.TITEL, Veld.SAMENVATTING}


def test_alleen_wat_intern_blijft_mag_niet_naar_een_inwoner():
    stil = {Veld.UITVRAGEN, Veld.DOORVERBINDEN, Veld.INTERNE_TOELICHTING}
    assert {veld for veld in Veld if not veld.mededeelbaar} == stil


def test_feitelijke_velden_zijn_openbaar():
    assert set(FEITELIJKE_VELDEN) <= set(PUBLIEKE_VELDEN)
