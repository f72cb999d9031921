"""A municipality offers a text to the region, and the centre decides: what changes, for whom, and who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from redactie.keuzes import AfwijkingWijze, Berichtsoort, Klasse, Rol, Voorstelstand
from redactie.models import Aanleiding, Afwijking, LogRegel, Regio, Regiovoorstel, Tekstversie, Wijziging
from redactie.opruimen import Opruimreden, eigen_teksten
from redactie.regiovoorstellen import bied_aan, gelijk_geworden, neem_over, trek_in, wijs_af
from redactie.teksten import Wijzigingsnota
from tests import factories as f

pytestmark = pytest.mark.django_db

NOTA = Wijzigingsnota(Klasse.INHOUDELIJK, "Overgenomen van Sliedrecht.")
EIGEN = "U betaalt met pin of contant."
REDEN = "Inwoners vragen dit het vaakst."


@pytest.fixture
def afwijking(sliedrecht: Any) -> Afwijking:
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt met pin.")
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": EIGEN})
    return Afwijking.objects.get()


@pytest.fixture
def lokaal(sliedrecht: Any) -> Any:
    return f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)


@pytest.fixture
def centraal() -> Any:
    return f.GebruikerFactory(rol=Rol.CENTRAAL)


@pytest.fixture
def voorstel(afwijking: Afwijking, lokaal: Any) -> Regiovoorstel:
    return bied_aan(afwijking=afwijking, reden=REDEN, door=lokaal)


def regio(product: Any) -> str:
    return product.tekstversies.filter(veld="kosten").latest("vanaf", "pk").tekst


def test_aanbieden_verandert_niets_aan_wat_iemand_leest(afwijking: Afwijking, lokaal: Any) -> None:
    Wijziging.objects.all().delete()
    voorstel = bied_aan(afwijking=afwijking, reden=REDEN, door=lokaal)
    assert (voorstel.tekst, voorstel.stand) == (EIGEN, Voorstelstand.OPEN)
    assert not Wijziging.objects.exists()
    assert regio(voorstel.product) == "U betaalt met pin."


def test_overnemen_is_een_gewone_publicatie_en_de_eigen_tekst_kan_weg(
    voorstel: Regiovoorstel, centraal: Any, afwijking: Afwijking
) -> None:
    versie = neem_over(voorstel=voorstel, tekst=EIGEN, nota=NOTA, opmerking="Dank u wel.", door=centraal)
    voorstel.refresh_from_db()
    assert (versie.tekst, versie.klasse, versie.toelichting) == (EIGEN, Klasse.INHOUDELIJK, NOTA.toelichting)
    assert (voorstel.stand, voorstel.overgenomen) == (Voorstelstand.OVERGENOMEN, versie)
    assert Wijziging.objects.filter(sleutel=voorstel.product.sleutel, gemeente="").exists()
    assert gelijk_geworden(voorstel) == afwijking
    (eigen,) = eigen_teksten(type(afwijking.versie).objects.all())
    assert Opruimreden.GELIJK in eigen.redenen


def test_aangepast_overnemen_zegt_dat_erbij(voorstel: Regiovoorstel, centraal: Any) -> None:
    neem_over(voorstel=voorstel, tekst="U betaalt met pin of munten.", nota=NOTA, door=centraal)
    voorstel.refresh_from_db()
    assert voorstel.stand == Voorstelstand.AANGEPAST
    assert gelijk_geworden(voorstel) is None


def test_met_twee_paar_ogen_is_de_gemeente_het_eerste(voorstel: Regiovoorstel, centraal: Any) -> None:
    """As it was offered it may pass; what the centre changes itself is looked over by a colleague."""
    regio_ = Regio.haal()
    regio_.twee_paar_ogen = True
    regio_.save()
    with pytest.raises(ValidationError):
        neem_over(voorstel=voorstel, tekst="Anders.", nota=NOTA, door=centraal)
    voorstel.refresh_from_db()
    assert voorstel.stand == Voorstelstand.OPEN
    neem_over(voorstel=voorstel, tekst=EIGEN, nota=NOTA, door=centraal)
    assert regio(voorstel.product) == EIGEN


def test_afwijzen_vraagt_een_opmerking_en_laat_alles_staan(
    voorstel: Regiovoorstel, centraal: Any, afwijking: Afwijking
) -> None:
    with pytest.raises(ValidationError, match="waarom niet"):
        wijs_af(voorstel=voorstel, opmerking=" ", door=centraal)
    wijs_af(voorstel=voorstel, opmerking="Elders kan dit niet.", door=centraal)
    voorstel.refresh_from_db()
    assert (voorstel.stand, voorstel.opmerking) == (Voorstelstand.AFGEWEZEN, "Elders kan dit niet.")
    assert regio(voorstel.product) == "U betaalt met pin."
    afwijking.refresh_from_db()
    assert afwijking.tekst == EIGEN


def test_er_wordt_een_keer_beslist(voorstel: Regiovoorstel, centraal: Any, lokaal: Any) -> None:
    tweede = Regiovoorstel.objects.get(pk=voorstel.pk)
    trek_in(voorstel=voorstel, door=lokaal)
    with pytest.raises(ValidationError, match="al beslist"):
        neem_over(voorstel=tweede, tekst=EIGEN, nota=NOTA, door=centraal)
    assert regio(voorstel.product) == "U betaalt met pin."
    assert Tekstversie.objects.filter(tekst=EIGEN).count() == 0


def test_wat_de_regio_weigert_laat_het_voorstel_open(voorstel: Regiovoorstel, centraal: Any) -> None:
    with pytest.raises(ValidationError):
        neem_over(voorstel=voorstel, tekst=EIGEN, nota=Wijzigingsnota(), door=centraal)
    voorstel.refresh_from_db()
    assert voorstel.stand == Voorstelstand.OPEN


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.PUBLICIST, Rol.KCC_REDACTEUR, Rol.BEHEERDER])
def test_alleen_de_centrale_redactie_beslist(voorstel: Regiovoorstel, dordrecht: Any, rol: Rol) -> None:
    plek = dordrecht if rol in (Rol.REDACTEUR, Rol.PUBLICIST) else None
    wie = f.GebruikerFactory(rol=rol, gemeente=plek)
    with pytest.raises(PermissionDenied):
        neem_over(voorstel=voorstel, tekst=EIGEN, nota=NOTA, door=wie)
    with pytest.raises(PermissionDenied):
        wijs_af(voorstel=voorstel, opmerking="Nee.", door=wie)
    with pytest.raises(PermissionDenied):
        trek_in(voorstel=voorstel, door=wie)
    voorstel.refresh_from_db()
    assert voorstel.stand == Voorstelstand.OPEN


def test_een_ander_biedt_niet_aan(afwijking: Afwijking, dordrecht: Any, centraal: Any) -> None:
    for wie in (f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=dordrecht), centraal):
        with pytest.raises(PermissionDenied):
            bied_aan(afwijking=afwijking, reden=REDEN, door=wie)


def test_een_tekst_ernaast_wordt_met_die_van_de_regio_aangeboden(sliedrecht: Any, lokaal: Any) -> None:
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"kosten": (AfwijkingWijze.ERNA, "Contant kan ook.")},
    )
    voorstel = bied_aan(afwijking=versie.afwijkingen.get(), reden=REDEN, door=lokaal)
    assert voorstel.tekst == "U betaalt met pin.\n\nContant kan ook."


@pytest.mark.parametrize(
    ("reden", "melding"), [("", "waarom dit voor de hele regio"), (REDEN, "al een voorstel")]
)
def test_zonder_reden_of_twee_keer_gaat_niet(
    voorstel: Regiovoorstel, afwijking: Afwijking, lokaal: Any, reden: str, melding: str
) -> None:
    with pytest.raises(ValidationError, match=melding):
        bied_aan(afwijking=afwijking, reden=reden, door=lokaal)


def test_het_logboek_heeft_de_reden_en_geen_tekst(
    voorstel: Regiovoorstel, centraal: Any, lokaal: Any, dordrecht: Any
) -> None:
    wijs_af(voorstel=voorstel, opmerking="Elders kan dit niet.", door=centraal)
    regels = LogRegel.objects.for_instance(voorstel).order_by("pk")
    assert [(regel.user, regel.waarom) for regel in regels] == [
        (lokaal, f"Kosten. {REDEN}"),
        (centraal, "Kosten. Elders kan dit niet."),
    ]
    assert not any(EIGEN in str(regel.data) for regel in regels)
    buren = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=dordrecht)
    assert not LogRegel.objects.viewable_by_user(buren).filter(pk__in=regels).exists()


def test_indienen_en_beslissen_zijn_een_aanleiding_voor_mail(voorstel: Regiovoorstel, centraal: Any) -> None:
    wijs_af(voorstel=voorstel, opmerking="Nee.", door=centraal)
    soorten = Aanleiding.objects.filter(voorstel=voorstel).order_by("pk").values_list("soort", flat=True)
    assert list(soorten) == [Berichtsoort.VOORSTEL, Berichtsoort.BESLIST]
