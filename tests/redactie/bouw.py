"""Sources for the tests of the pure centre: short to write, and hypothesis strategies for them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from redactie.bronnen import (
    REGIO,
    AfwijkingBron,
    CentraalProduct,
    Feiten,
    GegevenBron,
    GemeenteBron,
    KanaalBron,
    LokaleLaag,
    TariefBron,
    TekstversieBron,
    UpnBron,
)
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    Actie,
    AfwijkingWijze,
    GegevenSoort,
    Inlogmiddel,
    KanaalWijze,
    Klasse,
    Productsoort,
    TariefSoort,
)
from redactie.oplossen import OpgelostProduct, oplossen
from redactie.periode import AMSTERDAM, Periode
from redactie.samenvoegen import SamengesteldProduct, samenvoegen
from redactie.veld import Veld

NU = datetime(2026, 11, 22, 12, 0, tzinfo=AMSTERDAM)
VANDAAG = NU.date()
VROEGER = datetime(2026, 1, 1, tzinfo=AMSTERDAM)
GISTEREN = VANDAAG - timedelta(days=1)
MORGEN = VANDAAG + timedelta(days=1)

DORDRECHT = GemeenteBron(
    "dordrecht", "Dordrecht", "14 078", "+31 78 770 80 00", "https://www.dordrecht.example"
)
DE_REGIO = GemeenteBron(REGIO, "uw gemeente", "14 078", "+31 78 770 20 00", "https://www.regio.example")


def versie(veld: Veld, tekst: str, *, id: int = 1, vanaf: datetime = VROEGER, klasse=Klasse.INHOUDELIJK):
    return TekstversieBron(id=id, veld=veld, tekst=tekst, vanaf=vanaf, klasse=klasse)


def product(teksten: dict[Veld, str] | None = None, **overig) -> CentraalProduct:
    alle = {Veld.TITEL: "Paspoort", Veld.SAMENVATTING: "U vraagt een paspoort aan."} | (teksten or {})
    versies = tuple(versie(veld, tekst, id=nummer) for nummer, (veld, tekst) in enumerate(alle.items(), 1))
    return CentraalProduct(**({"sleutel": "paspoort", "tekstversies": versies} | overig))


KOSTEN = product({Veld.KOSTEN: "Centraal."})


def laag(*afwijkingen: AfwijkingBron, gemeente: str = "dordrecht", **overig) -> LokaleLaag:
    return LokaleLaag(gemeente=gemeente, afwijkingen=afwijkingen, **overig)


def afwijking(veld: Veld, wijze: AfwijkingWijze, tekst: str = "", **overig) -> AfwijkingBron:
    return AfwijkingBron(veld, wijze, tekst, **({"reden": "Eigen beleid"} | overig))


def samen(centraal: CentraalProduct, lokaal: LokaleLaag, op: datetime = NU) -> SamengesteldProduct:
    samengesteld = samenvoegen(centraal, lokaal, op)
    assert samengesteld is not None
    return samengesteld


def feiten(*rijen: GegevenBron | TariefBron, gemeente: GemeenteBron = DORDRECHT, elders=()) -> Feiten:
    return Feiten(
        gemeente,
        gegevens=tuple(rij for rij in rijen if isinstance(rij, GegevenBron)),
        tarieven=tuple(rij for rij in rijen if isinstance(rij, TariefBron)),
        elders_lokaal=frozenset(elders),
    )


def gegeven(sleutel: str, waarde: str, soort: GegevenSoort = GegevenSoort.TEKST, **overig) -> GegevenBron:
    return GegevenBron(sleutel, waarde, soort, **overig)


def tarief(sleutel: str, bedrag: str | None, omschrijving: str = "", **overig) -> TariefBron:
    waarde = None if bedrag is None else Decimal(bedrag)
    return TariefBron(sleutel, omschrijving or sleutel.capitalize(), waarde, **overig)


def los_op(
    tekst: str, *rijen: GegevenBron | TariefBron, veld: Veld = Veld.KOSTEN, op: datetime = NU, **overig
) -> tuple[str, OpgelostProduct]:
    """One text of one field resolved: the Markdown, and the product that it stands in."""
    bekend = feiten(*rijen, **overig)
    centraal = product({veld: tekst})
    opgelost = oplossen(samen(centraal, laag(gemeente=bekend.gemeente.slug), op), bekend, op)
    return next(lid.tekst for lid in opgelost.velden if lid.veld is veld), opgelost


# Strategies

TEKST = st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"], exclude_characters="{}"), max_size=40)
ZIN = st.text(alphabet="abcdefghij klmnop", min_size=1, max_size=30).filter(str.strip)
VELDEN = st.sampled_from([veld for veld in Veld if not veld.platte_tekst])
DAGEN = st.dates(date(2026, 1, 1), date(2027, 12, 31))
MOMENTEN = st.integers(0, 2 * 365 * 24 * 60).map(lambda minuten: VROEGER + timedelta(minutes=minuten))


@st.composite
def perioden(draw) -> Periode:
    van, tot = draw(st.none() | DAGEN), draw(st.none() | DAGEN)
    return Periode(tot, van) if van and tot and tot < van else Periode(van, tot)


@st.composite
def producten(draw, teksten=ZIN) -> CentraalProduct:
    velden = draw(st.sets(VELDEN, max_size=6))
    versies = [versie(Veld.TITEL, draw(ZIN), id=1), versie(Veld.SAMENVATTING, draw(ZIN), id=2)]
    for veld in sorted(velden):
        for _ in range(draw(st.integers(1, 2))):
            moment = draw(st.just(VROEGER) | MOMENTEN)
            klasse = draw(st.sampled_from(Klasse))
            versies.append(versie(veld, draw(teksten), id=len(versies) + 1, vanaf=moment, klasse=klasse))
    return CentraalProduct(
        sleutel="paspoort",
        productsoort=draw(st.sampled_from(Productsoort)),
        aanbod=draw(st.sampled_from(Aanbod)),
        tekstversies=tuple(versies),
        vaste_velden=frozenset(draw(st.sets(VELDEN, max_size=2))),
        upn=draw(
            st.sampled_from(
                [(), (UpnBron("http://standaarden.overheid.nl/owms/terms/paspoort", "paspoort"),)]
            )
        ),
        themas=draw(st.sampled_from([(), ("reisdocumenten",)])),
        trefwoorden=draw(st.sampled_from([(), ("pas", "reisdocument")])),
        kanalen=tuple(draw(st.lists(kanalen(), max_size=3))),
        controledatum=draw(st.none() | DAGEN),
        vervalt_op=draw(st.none() | DAGEN),
        opvolger=draw(st.sampled_from([None, "identiteitskaart"])),
    )


@st.composite
def kanalen(draw, lokaal: bool = False) -> KanaalBron:
    adressen = ["https://www.a.example/x", "tel:14078", "{gegeven:adres}", "{gemeente.website}/x", ""]
    return KanaalBron(
        actie=draw(st.sampled_from(Actie)),
        wijze=draw(st.sampled_from(KanaalWijze)),
        adres=draw(st.sampled_from(adressen)),
        label=draw(st.sampled_from(["", "Maak een afspraak"])),
        inlogmiddel=draw(st.sampled_from(Inlogmiddel)),
        vervalt=lokaal and draw(st.booleans()),
    )


@st.composite
def afwijkingen(draw, teksten=ZIN) -> AfwijkingBron:
    wijze = draw(st.sampled_from(AfwijkingWijze))
    tekst = "" if wijze is AfwijkingWijze.VERBERGEN else draw(teksten)
    basis = draw(st.none() | st.integers(1, 8))
    return afwijking(draw(VELDEN), wijze, tekst, periode=draw(perioden()), basis=basis)


@st.composite
def lagen(draw, gemeente: str = "dordrecht", teksten=ZIN) -> LokaleLaag:
    return LokaleLaag(
        gemeente=gemeente,
        aangeboden=draw(st.sampled_from(Aangeboden)),
        valt_onder="ander-product",
        toelichting=draw(teksten),
        periode=draw(perioden()),
        trefwoorden=draw(st.sampled_from([(), ("pas", "lokaal")])),
        behandelaar=draw(st.sampled_from([None, "balie"])),
        kanalen=tuple(draw(st.lists(kanalen(lokaal=True), max_size=2))),
        afwijkingen=tuple(draw(st.lists(afwijkingen(teksten), max_size=5))),
    )


TOKENS = st.sampled_from(
    ["{gemeente.naam}", "{gemeente.telefoon}", "{gegeven:adres}", "{gegeven:intern}", "{gegeven:onbekend}",
     "{tarief:a}", "{tarief:b}", "{tarieven:g}", "[link]({gegeven:adres})", "{niets}"]
)  # fmt: skip
MET_TOKENS = st.lists(
    st.one_of(ZIN, TOKENS, st.sampled_from(["\n", "\n\n", "\n- ", "\n1. ", " | ", "\n### "])),
    min_size=1,
    max_size=8,
).map(" ".join)


_GEGEVENS = {"adres": GegevenSoort.URL, "intern": GegevenSoort.TELEFOON, "tekst": GegevenSoort.TEKST}


@st.composite
def feiten_van(draw, bereik: GemeenteBron = DORDRECHT, waarden=TEKST) -> Feiten:
    """Facts of the region and of this bereik; the periods of one key do not overlap."""
    eigenaren = [None] if bereik.is_regio else [None, bereik.slug]
    rijen: list[GegevenBron | TariefBron] = []
    for eigenaar in eigenaren:
        for sleutel, soort in (
            ("adres", GegevenSoort.URL),
            ("intern", GegevenSoort.TELEFOON),
            ("tekst", GegevenSoort.TEKST),
        ):
            if draw(st.booleans()):
                waarde = {"adres": "https://www.b.example/{x}?y=1", "intern": "078 770 11 11"}.get(sleutel)
                rijen.append(
                    gegeven(
                        sleutel,
                        waarde if waarde is not None else draw(waarden),
                        soort,
                        gemeente=eigenaar,
                        intern=sleutel == "intern",
                        periode=draw(perioden()),
                    )
                )
        for sleutel in ("a", "b", "c"):
            if draw(st.booleans()):
                rijen.append(
                    tarief(
                        sleutel,
                        str(draw(st.decimals(0, 5000, places=2))),
                        groep="g",
                        soort=draw(st.sampled_from(TariefSoort)),
                        volgorde=draw(st.integers(0, 3)),
                        gemeente=eigenaar,
                        vastgesteld=draw(st.booleans()),
                        periode=draw(perioden()),
                        id=len(rijen) + 1,
                    )
                )
    elders = (
        draw(st.sets(st.sampled_from(["gegeven:adres", "tarief:a", "tarieven:g"]))) if bereik.is_regio else ()
    )
    return feiten(*rijen, gemeente=bereik, elders=elders)
