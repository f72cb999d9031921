"""lokaal/<gemeente>/<sleutel>.md → LokaalBestand.

The section of a deviation is the field; with more than one deviation of a field it names the way as well, and with
two of the same field and way (in different periods) also the first day: `# kosten (ervoor, vanaf 2026-12-01)`.
"""

from __future__ import annotations

from dataclasses import replace

from redactie.invoer.documenten import AfwijkingDeel, LokaalBestand
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.kanalen import blok_velden, lees_blokken, lees_kanalen
from redactie.invoer.secties import Sectie, Tekstbestand
from redactie.invoer.velden import Velden
from redactie.invoer.voorblad import Blok, Lijst
from redactie.keuzes import Aangeboden, AfwijkingSoort, AfwijkingWijze
from redactie.periode import Periode
from redactie.veld import Veld

SLEUTELS = (
    "aangeboden",
    "valt_onder",
    "toelichting",
    "vanaf",
    "tot",
    "trefwoorden",
    "behandelaar",
    "kanalen",
    "afwijkingen",
)
VELDEN = {veld.value: veld for veld in Veld}
AFWIJKING = ("wijze", "soort", "reden", "vanaf", "tot")


def lees_lokaal(
    bestand: Tekstbestand, gemeente: str, product: str, pad: str, fouten: Fouten
) -> LokaalBestand:
    voorblad = Velden(bestand.voorblad, Plek(pad, 1, bestand.regels), fouten)
    voorblad.alleen(SLEUTELS)
    lokaal = LokaalBestand(
        plek=voorblad.plek,
        gemeente=gemeente,
        product=product,
        aangeboden=voorblad.keuze("aangeboden", Aangeboden, Aangeboden.ONBEKEND),
        valt_onder=voorblad.tekst("valt_onder"),
        toelichting=voorblad.tekst("toelichting"),
        vanaf=voorblad.datum("vanaf"),
        tot=voorblad.datum("tot"),
        trefwoorden=voorblad.lijst("trefwoorden"),
        behandelaar=voorblad.tekst("behandelaar"),
        kanalen=lees_kanalen(voorblad, lokaal=True),
        afwijkingen=_afwijkingen(voorblad, dict(bestand.secties)),
    )
    _controleer_aanbod(lokaal, voorblad)
    return lokaal


def _controleer_aanbod(lokaal: LokaalBestand, voorblad: Velden) -> None:
    if lokaal.valt_onder and lokaal.aangeboden is not Aangeboden.VALT_ONDER:
        voorblad.fout("valt_onder", "“valt_onder” hoort bij “aangeboden: valt_onder”.")
    if lokaal.vanaf and lokaal.tot and lokaal.tot < lokaal.vanaf:
        voorblad.fout("tot", "De laatste dag ligt vóór de eerste.")


def _afwijkingen(voorblad: Velden, secties: dict[str, Sectie]) -> tuple[AfwijkingDeel, ...]:
    """Takes the sections it uses out of `secties`; what is left belongs to nothing."""
    delen: list[AfwijkingDeel] = []
    for veld, blokken in _per_veld(voorblad):
        wijzen = [blok.tekst("wijze") for blok in blokken]
        for blok in blokken:
            deel = _afwijking(veld, blok)
            koppen = koppen_van(
                deel, alleen=len(blokken) == 1, wijze_alleen=wijzen.count(deel.wijze.value) == 1
            )
            sectie = next((secties.pop(kop) for kop in koppen if kop in secties), None)
            delen.append(_met_tekst(deel, sectie, koppen[0], blok))
    for sectie in secties.values():
        voorblad.fouten.fout(
            voorblad.plek.op(sectie.regel),
            f"De sectie “{sectie.kop}” hoort bij geen afwijking. Koppen in een tekst beginnen met ###.",
        )
    return tuple(sorted(delen, key=lambda deel: deel.volgorde))


def koppen_van(deel: AfwijkingDeel, *, alleen: bool, wijze_alleen: bool) -> list[str]:
    """The headings under which the text of this deviation may stand, the one that export writes first."""
    volledig = f"{deel.veld.value} ({deel.wijze.value}"
    if not wijze_alleen:
        return [f"{volledig}, vanaf {deel.periode.van})" if deel.periode.van else f"{volledig})"]
    return [deel.veld.value, f"{volledig})"] if alleen else [f"{volledig})"]


def _per_veld(voorblad: Velden) -> list[tuple[Veld, list[Velden]]]:
    waarde = voorblad.ruw.get("afwijkingen", "")
    if waarde == "":
        return []
    if not isinstance(waarde, Blok):
        voorblad.fout("afwijkingen", "“afwijkingen” heeft per veld een regel van de vorm veld: {wijze: …}.")
        return []
    afwijkingen = blok_velden(waarde, voorblad)
    afwijkingen.alleen([veld.value for veld in Veld])
    gelezen = []
    for naam, inhoud in waarde.items():
        veld = VELDEN.get(naam)
        if veld is None:
            continue
        if isinstance(inhoud, Blok):
            gelezen.append((veld, [blok_velden(inhoud, voorblad)]))
        elif isinstance(inhoud, Lijst):
            gelezen.append((veld, lees_blokken(afwijkingen, naam)))
        else:
            afwijkingen.fout(naam, "Een afwijking heeft de vorm {wijze: …, reden: …}.")
    return gelezen


def _afwijking(veld: Veld, blok: Velden) -> AfwijkingDeel:
    blok.alleen(AFWIJKING)
    wijze = blok.keuze("wijze", AfwijkingWijze)
    periode = Periode(blok.datum("vanaf"), blok.datum("tot"))
    if periode.van and periode.tot and periode.tot < periode.van:
        blok.fout("tot", "De laatste dag ligt vóór de eerste.")
    return AfwijkingDeel(
        veld=veld,
        wijze=wijze,
        soort=blok.keuze("soort", AfwijkingSoort, AfwijkingSoort.BELEID),
        reden=blok.tekst("reden"),
        periode=periode,
        regel=blok.plek.regel,
    )


def _met_tekst(deel: AfwijkingDeel, sectie: Sectie | None, kop: str, blok: Velden) -> AfwijkingDeel:
    if deel.wijze is not AfwijkingWijze.VERBERGEN and (sectie is None or not sectie.tekst):
        blok.fout("wijze", f"De sectie “{kop}” ontbreekt of is leeg.")
    if sectie is None:
        return deel
    return replace(deel, tekst=sectie.tekst, tekst_regel=sectie.tekst_regel)
