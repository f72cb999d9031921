"""producten/<sleutel>.md → ProductBestand."""

from __future__ import annotations

import re
from datetime import datetime

from redactie.invoer.documenten import GeplandeTekst, ProductBestand
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.kanalen import lees_blokken, lees_kanalen
from redactie.invoer.secties import Sectie, Tekstbestand
from redactie.invoer.velden import Velden, lees_datum_of_moment
from redactie.keuzes import Aanbod, Doelgroep, Klasse, Productsoort
from redactie.periode import begin_van
from redactie.veld import Veld

SLEUTELS = (
    "titel",
    "productsoort",
    "aanbod",
    "gemeente",
    "upn",
    "doelgroepen",
    "themas",
    "trefwoorden",
    "verwant",
    "eigenaar",
    "behandelaar",
    "controledatum",
    "vaste_velden",
    "vervalt_op",
    "opvolger",
    "vervallen_toelichting",
    "kanalen",
    "gepland",
)
GEPLAND = ("veld", "vanaf", "klasse", "toelichting")
KOP_GEPLAND = re.compile(r"([a-z_]+) \(vanaf (\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)\)")
TEKSTVELDEN = {veld.value: veld for veld in Veld if veld is not Veld.TITEL}


def lees_product(bestand: Tekstbestand, sleutel: str, pad: str, fouten: Fouten) -> ProductBestand:
    voorblad = Velden(bestand.voorblad, Plek(pad, 1, bestand.regels), fouten)
    voorblad.alleen(SLEUTELS)
    geplande_secties = _geplande_secties(bestand.secties, voorblad)
    return ProductBestand(
        plek=voorblad.plek,
        sleutel=sleutel,
        teksten=_teksten(bestand.secties, voorblad),
        productsoort=voorblad.keuze("productsoort", Productsoort, Productsoort.PRODUCT),
        aanbod=voorblad.keuze("aanbod", Aanbod, Aanbod.ALLE),
        gemeente=voorblad.tekst("gemeente"),
        upn=voorblad.lijst("upn"),
        doelgroepen=tuple(doelgroep.value for doelgroep in voorblad.keuzelijst("doelgroepen", Doelgroep)),
        themas=tuple(sorted(voorblad.lijst("themas"))),
        trefwoorden=voorblad.lijst("trefwoorden"),
        verwant=tuple(sorted(voorblad.lijst("verwant"))),
        eigenaar=voorblad.tekst("eigenaar"),
        behandelaar=voorblad.tekst("behandelaar"),
        controledatum=voorblad.datum("controledatum"),
        vaste_velden=voorblad.keuzelijst("vaste_velden", Veld),
        vervalt_op=voorblad.datum("vervalt_op"),
        opvolger=voorblad.tekst("opvolger"),
        vervallen_toelichting=voorblad.tekst("vervallen_toelichting"),
        kanalen=lees_kanalen(voorblad, lokaal=False),
        gepland=_gepland(voorblad, geplande_secties),
    )


def _teksten(secties: dict[str, Sectie], voorblad: Velden) -> dict[Veld, str]:
    titel = voorblad.tekst("titel")
    teksten = {Veld.TITEL: titel} if titel else {}
    for kop, sectie in secties.items():
        if kop in TEKSTVELDEN:
            if sectie.tekst:
                teksten[TEKSTVELDEN[kop]] = sectie.tekst
        elif not KOP_GEPLAND.fullmatch(kop):
            _onbekend(sectie, voorblad)
    return dict(sorted(teksten.items(), key=lambda paar: list(Veld).index(paar[0])))


def _onbekend(sectie: Sectie, voorblad: Velden) -> None:
    melding = f"De sectie “{sectie.kop}” bestaat niet. Koppen in een tekst beginnen met ###."
    if sectie.kop == Veld.TITEL:
        melding = "De titel staat in het voorblad, niet in een sectie."
    voorblad.fouten.fout(voorblad.plek.op(sectie.regel), melding)


def _geplande_secties(secties: dict[str, Sectie], voorblad: Velden) -> dict[tuple[str, datetime], Sectie]:
    gevonden = {}
    for kop, sectie in secties.items():
        delen = KOP_GEPLAND.fullmatch(kop)
        if delen is None:
            continue
        try:
            vanaf = lees_datum_of_moment(delen[2])
        except ValueError:
            voorblad.fouten.fout(voorblad.plek.op(sectie.regel), f"“{delen[2]}” is geen datum.")
            continue
        gevonden[delen[1], vanaf if isinstance(vanaf, datetime) else begin_van(vanaf)] = sectie
    return gevonden


def _gepland(voorblad: Velden, secties: dict[tuple[str, datetime], Sectie]) -> tuple[GeplandeTekst, ...]:
    teksten: dict[tuple[str, datetime], GeplandeTekst] = {}
    for blok in lees_blokken(voorblad, "gepland"):
        blok.alleen(GEPLAND)
        veld = blok.keuze("veld", Veld)
        vanaf = blok.datum_of_moment("vanaf")
        if vanaf is None:
            if not blok.tekst("vanaf"):
                blok.fout("vanaf", "“vanaf” ontbreekt of is leeg.")
            continue
        moment = vanaf if isinstance(vanaf, datetime) else begin_van(vanaf)
        sectie = secties.pop((veld.value, moment), None)
        if (veld.value, moment) in teksten:
            blok.fout("veld", f"“{veld.value}” is op dit moment al gepland.")
        elif sectie is None:
            blok.fout("veld", f"De sectie “{veld.value} (vanaf {blok.tekst('vanaf')})” ontbreekt.")
        else:
            teksten[veld.value, moment] = GeplandeTekst(
                veld=veld,
                vanaf=moment,
                tekst=sectie.tekst,
                klasse=blok.keuze("klasse", Klasse, Klasse.INHOUDELIJK),
                toelichting=blok.tekst("toelichting"),
                regel=blok.plek.regel,
                tekst_regel=sectie.tekst_regel,
            )
    for sectie in secties.values():
        voorblad.fouten.fout(
            voorblad.plek.op(sectie.regel),
            f"De sectie “{sectie.kop}” staat niet onder “gepland” in het voorblad.",
        )
    return tuple(sorted(teksten.values(), key=lambda tekst: tekst.volgorde))
