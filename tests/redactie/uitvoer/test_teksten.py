"""What is written as a text file or a table reads back as the same document, whatever stands in it. No database."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactie.bronnen import KanaalBron
from redactie.invoer.bestanden import RuwBestand
from redactie.invoer.documenten import (
    AfwijkingDeel,
    Bundel,
    Document,
    GeplandeTekst,
    LokaalBestand,
    MededelingRij,
    ProductBestand,
    TariefRij,
)
from redactie.invoer.fouten import Fouten
from redactie.invoer.lezen import ontleed
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    Actie,
    AfwijkingSoort,
    AfwijkingWijze,
    Inlogmiddel,
    KanaalWijze,
    Klasse,
    Niveau,
    Productsoort,
    TariefSoort,
)
from redactie.periode import AMSTERDAM, Periode
from redactie.uitvoer.tabellen import tabellen
from redactie.uitvoer.teksten import tekstbestanden
from redactie.veld import Veld

# What `decoderen.py` refuses in a file; the CMS refuses it in a text.
ONZICHTBAAR = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff\ufeff"
TEKENS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=ONZICHTBAAR)
REGEL = st.text(TEKENS, max_size=40).map(str.strip)
WOORD = REGEL.filter(bool)
SLEUTEL = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
DATUM = st.dates(date(1900, 1, 1), date(2999, 12, 31))
MOMENT = st.builds(
    lambda dag, minuten: (
        datetime(dag.year, dag.month, dag.day, tzinfo=AMSTERDAM) + timedelta(minutes=minuten)
    ),
    st.dates(date(2000, 1, 2), date(2100, 1, 1)),
    # Not between one and four: the hour that a day in October has twice cannot be written.
    st.sampled_from([0, 8 * 60 + 30, 23 * 60 + 59]),
).filter(lambda moment: moment.utcoffset() is not None)
TEKST = (
    st.lists(
        st.one_of(REGEL, st.sampled_from(["", "### Kop", "- punt", "#geen kop", "---", "{tarief:x}"])),
        max_size=6,
    )
    .map("\n".join)
    .map(str.strip)
    .filter(lambda tekst: bool(tekst) and not any(regel.startswith("# ") for regel in tekst.split("\n")))
)
WOORDEN = st.lists(WOORD, max_size=3, unique=True).map(tuple)
SLEUTELS = st.lists(SLEUTEL, max_size=3, unique=True).map(lambda leden: tuple(sorted(leden)))


def kanalen(*, lokaal: bool) -> st.SearchStrategy[tuple[KanaalBron, ...]]:
    kanaal = st.builds(
        KanaalBron,
        actie=st.sampled_from(Actie),
        wijze=st.sampled_from(KanaalWijze),
        adres=REGEL,
        label=REGEL,
        inlogmiddel=st.sampled_from(Inlogmiddel),
        niveau=st.none() | st.sampled_from(Niveau),
        aangewezen=st.booleans(),
    )
    vervalt = st.builds(
        KanaalBron, actie=st.sampled_from(Actie), wijze=st.sampled_from(KanaalWijze), vervalt=st.just(True)
    )
    return st.lists(kanaal | vervalt if lokaal else kanaal, max_size=3).map(tuple)


GEPLAND = st.builds(
    GeplandeTekst,
    veld=st.sampled_from(Veld),
    vanaf=MOMENT,
    tekst=TEKST | st.just(""),
    klasse=st.sampled_from(Klasse),
    toelichting=REGEL,
)
PRODUCT = st.builds(
    ProductBestand,
    sleutel=SLEUTEL,
    teksten=st.builds(
        lambda titel, rest: {Veld.TITEL: titel} | rest,
        WOORD,
        st.dictionaries(
            st.sampled_from([veld for veld in Veld if veld is not Veld.TITEL]), TEKST, max_size=5
        ),
    ),
    productsoort=st.sampled_from(Productsoort),
    aanbod=st.sampled_from(Aanbod),
    gemeente=st.just("") | SLEUTEL,
    upn=WOORDEN,
    doelgroepen=st.sampled_from([(), ("particulier",), ("particulier", "ondernemer")]),
    themas=SLEUTELS,
    trefwoorden=WOORDEN,
    verwant=SLEUTELS,
    eigenaar=st.just("") | SLEUTEL,
    behandelaar=st.just("") | SLEUTEL,
    controledatum=st.none() | DATUM,
    vaste_velden=st.sets(st.sampled_from(Veld)).map(lambda velden: tuple(v for v in Veld if v in velden)),
    vervalt_op=st.none() | DATUM,
    opvolger=st.just("") | SLEUTEL,
    vervallen_toelichting=st.just("") | TEKST,
    kanalen=kanalen(lokaal=False),
    gepland=st.lists(GEPLAND, max_size=3, unique_by=lambda tekst: (tekst.veld, tekst.vanaf)).map(
        lambda teksten: tuple(sorted(teksten, key=lambda tekst: tekst.volgorde))
    ),
)


def _periode(grenzen: list[date | None]) -> Periode:
    van, tot = grenzen
    return Periode(tot, van) if van and tot and tot < van else Periode(van, tot)


AFWIJKING = st.builds(
    lambda deel, tekst: deel if deel.wijze is AfwijkingWijze.VERBERGEN else AfwijkingDeel(
        deel.veld, deel.wijze, tekst, deel.soort, deel.reden, deel.periode
    ),
    st.builds(
        AfwijkingDeel,
        veld=st.sampled_from([Veld.KOSTEN, Veld.TERMIJN, Veld.TITEL]),
        wijze=st.sampled_from(AfwijkingWijze),
        soort=st.sampled_from(AfwijkingSoort),
        reden=REGEL,
        periode=st.lists(st.none() | DATUM, min_size=2, max_size=2).map(_periode),
    ),
    TEKST,
)  # fmt: skip
LOKAAL = st.builds(
    lambda aangeboden, onder, **rest: LokaalBestand(
        aangeboden=aangeboden, valt_onder=onder if aangeboden is Aangeboden.VALT_ONDER else "", **rest
    ),
    st.sampled_from(Aangeboden),
    SLEUTEL,
    gemeente=SLEUTEL,
    product=SLEUTEL,
    toelichting=st.just("") | TEKST,
    vanaf=st.none() | st.just(date(2026, 1, 1)),
    tot=st.none() | st.just(date(2026, 12, 31)),
    trefwoorden=WOORDEN,
    behandelaar=st.just("") | SLEUTEL,
    kanalen=kanalen(lokaal=True),
    afwijkingen=st.lists(AFWIJKING, max_size=5, unique_by=lambda deel: deel.identiteit).map(
        lambda delen: tuple(sorted(delen, key=lambda deel: deel.volgorde))
    ),
)
CEL = REGEL.filter(lambda tekst: ";" not in tekst)
TARIEF = st.builds(
    lambda soort, bedrag, **rest: TariefRij(
        soort=soort, bedrag=None if soort is TariefSoort.GRATIS else bedrag, **rest
    ),
    st.sampled_from(TariefSoort),
    st.decimals(0, 99999, places=2).map(lambda bedrag: Decimal(bedrag)),
    gemeente=st.just("") | SLEUTEL,
    sleutel=SLEUTEL,
    omschrijving=CEL.filter(bool),
    groep=st.just("") | SLEUTEL,
    volgorde=st.integers(0, 1000),
    eenheid=CEL,
    voorwaarde=st.just("") | TEKST,
    geldig_van=st.none() | DATUM,
    geldig_tot=st.none() | DATUM,
)
MEDEDELING = st.builds(
    MededelingRij,
    sleutel=SLEUTEL,
    tekst=TEKST,
    interne_tekst=st.just("") | TEKST,
    van=MOMENT,
    tot=st.none() | MOMENT,
    gemeenten=SLEUTELS,
    belangrijk=st.booleans(),
)


def rondreis(document: Document) -> Document | None:
    bundel = Bundel([document])
    bestanden = [*tabellen(bundel), *tekstbestanden(bundel)]
    fouten = Fouten()
    gelezen = ontleed([RuwBestand(pad, tekst.encode()) for pad, tekst in bestanden], fouten)
    assert [str(fout) for fout in fouten] == []
    return gelezen.haal(document.soort_document, *document.identiteit)


traag = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)


@given(PRODUCT)
@traag
def test_een_product_komt_gelijk_terug(product: ProductBestand) -> None:
    assert rondreis(product) == product


@given(LOKAAL)
@traag
def test_een_lokale_versie_komt_gelijk_terug(lokaal: LokaalBestand) -> None:
    assert rondreis(lokaal) == lokaal


@given(TARIEF)
@traag
def test_een_tarief_komt_gelijk_terug(tarief: TariefRij) -> None:
    assert rondreis(tarief) == tarief


@given(MEDEDELING)
@traag
def test_een_mededeling_komt_gelijk_terug(mededeling: MededelingRij) -> None:
    assert rondreis(mededeling) == mededeling
