"""The text files: front matter with what differs from the default, then one section per field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from redactie.bronnen import KanaalBron
from redactie.invoer.documenten import AfwijkingDeel, Bundel, LokaalBestand, ProductBestand, Soort
from redactie.invoer.lokaalbestand import koppen_van
from redactie.keuzes import Aangeboden, AfwijkingSoort, AfwijkingWijze, Inlogmiddel
from redactie.uitvoer.waarden import cel, moment, yaml_blok, yaml_lijst, yaml_tekst
from redactie.veld import Veld


def tekstbestanden(bundel: Bundel) -> Iterator[tuple[str, str]]:
    """Path and text of each file."""
    for document in bundel.van(Soort.PRODUCT).values():
        if isinstance(document, ProductBestand):
            yield f"producten/{document.sleutel}.md", product_tekst(document)
    for document in bundel.van(Soort.LOKAAL).values():
        if isinstance(document, LokaalBestand):
            yield f"lokaal/{document.gemeente}/{document.product}.md", lokaal_tekst(document)


def product_tekst(product: ProductBestand) -> str:
    voorblad = [
        f"titel: {yaml_tekst(product.titel)}",
        f"productsoort: {product.productsoort}",
        f"aanbod: {product.aanbod}",
        *_regel("gemeente", product.gemeente),
        *_lijst("upn", product.upn),
        *_lijst("doelgroepen", product.doelgroepen),
        *_lijst("themas", product.themas),
        *_lijst("trefwoorden", product.trefwoorden),
        *_lijst("verwant", product.verwant),
        *_regel("eigenaar", product.eigenaar),
        *_regel("behandelaar", product.behandelaar),
        *_regel("controledatum", product.controledatum),
        *_lijst("vaste_velden", product.vaste_velden),
        *_regel("vervalt_op", product.vervalt_op),
        *_regel("opvolger", product.opvolger),
        *_regel("vervallen_toelichting", product.vervallen_toelichting),
        *_kanalen(product.kanalen),
    ]
    secties = [(veld.value, tekst) for veld, tekst in product.teksten.items() if veld is not Veld.TITEL]
    if product.gepland:
        voorblad.append("gepland:")
    for gepland in product.gepland:
        vanaf = moment(gepland.vanaf)
        paren = {
            "veld": gepland.veld,
            "vanaf": vanaf,
            "klasse": gepland.klasse,
            "toelichting": gepland.toelichting,
        }
        voorblad.append(f"  - {yaml_blok(paren)}")
        secties.append((f"{gepland.veld} (vanaf {vanaf})", gepland.tekst))
    return _bestand(voorblad, secties)


def lokaal_tekst(lokaal: LokaalBestand) -> str:
    voorblad = [
        f"aangeboden: {lokaal.aangeboden}",
        *(_regel("valt_onder", lokaal.valt_onder) if lokaal.aangeboden is Aangeboden.VALT_ONDER else []),
        *_regel("toelichting", lokaal.toelichting),
        *_regel("vanaf", lokaal.vanaf),
        *_regel("tot", lokaal.tot),
        *_lijst("trefwoorden", lokaal.trefwoorden),
        *_regel("behandelaar", lokaal.behandelaar),
        *_kanalen(lokaal.kanalen),
    ]
    secties = []
    if lokaal.afwijkingen:
        voorblad.append("afwijkingen:")
    for veld, delen in _per_veld(lokaal.afwijkingen).items():
        wijzen = [deel.wijze for deel in delen]
        blokken = [yaml_blok(_afwijking(deel)) for deel in delen]
        if len(blokken) == 1:
            voorblad.append(f"  {veld}: {blokken[0]}")
        else:
            voorblad += [f"  {veld}:", *(f"    - {blok}" for blok in blokken)]
        for deel in delen:
            koppen = koppen_van(deel, alleen=len(delen) == 1, wijze_alleen=wijzen.count(deel.wijze) == 1)
            if deel.wijze is not AfwijkingWijze.VERBERGEN:
                secties.append((koppen[0], deel.tekst))
    return _bestand(voorblad, secties)


def _per_veld(delen: Iterable[AfwijkingDeel]) -> dict[Veld, list[AfwijkingDeel]]:
    per_veld: dict[Veld, list[AfwijkingDeel]] = defaultdict(list)
    for deel in delen:
        per_veld[deel.veld].append(deel)
    return per_veld


def _afwijking(deel: AfwijkingDeel) -> dict[str, object]:
    return {
        "wijze": deel.wijze,
        "soort": "" if deel.soort is AfwijkingSoort.BELEID else deel.soort,
        "reden": deel.reden,
        "vanaf": deel.periode.van,
        "tot": deel.periode.tot,
    }


def _kanalen(kanalen: tuple[KanaalBron, ...]) -> list[str]:
    return ["kanalen:", *(f"  - {yaml_blok(_kanaal(kanaal))}" for kanaal in kanalen)] if kanalen else []


def _kanaal(kanaal: KanaalBron) -> dict[str, object]:
    return {
        "actie": kanaal.actie,
        "wijze": kanaal.wijze,
        "adres": kanaal.adres,
        "label": kanaal.label,
        "inlogmiddel": "" if kanaal.inlogmiddel is Inlogmiddel.GEEN else kanaal.inlogmiddel,
        "niveau": kanaal.niveau,
        "aangewezen": kanaal.aangewezen or "",
        "vervalt": kanaal.vervalt or "",
    }


def _regel(naam: str, waarde: object) -> list[str]:
    return [f"{naam}: {yaml_tekst(waarde)}"] if cel(waarde) else []


def _lijst(naam: str, leden: tuple[str, ...]) -> list[str]:
    return [f"{naam}: {yaml_lijst(leden)}"] if leden else []


def _bestand(voorblad: list[str], secties: list[tuple[str, str]]) -> str:
    delen = ["---", *voorblad, "---"]
    for nummer, (kop, tekst) in enumerate(secties):
        # The format puts no blank line between front matter and the first section.
        delen += [*([""] if nummer else []), f"# {kop}", *(["", tekst] if tekst else [])]
    return "\n".join(delen) + "\n"
