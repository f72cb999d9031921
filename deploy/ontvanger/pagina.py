"""The page that shows what the reference receiver holds. Everything that was received is escaped; nothing is loaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

Rij = tuple[str, str, str, int, str, float]

STIJL = (
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;"
    "background:#fff}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;"
    "border-bottom:1px solid #767676;vertical-align:top;overflow-wrap:anywhere}a{color:#00468c}"
    "a:focus-visible{outline:2px solid #00468c;outline-offset:2px}.getal{text-align:right;"
    "font-variant-numeric:tabular-nums}pre{white-space:pre-wrap}"
)
CSP = "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"


def lijst(rijen: Sequence[Rij]) -> str:
    live = sum(bool(rij[4]) for rij in rijen)
    regels = "".join(_regel(rij) for rij in rijen)
    tabel = (
        "<table><caption>Ontvangen documenten</caption><thead><tr><th scope=col>Titel<th scope=col>Bereik"
        "<th scope=col>Soort<th scope=col>Stand<th scope=col class=getal>Versie<th scope=col>Ontvangen"
        f"</tr></thead><tbody>{regels}</tbody></table>"
        if rijen
        else "<p>Er is nog niets ontvangen. Na de eerste levering staan de documenten hier.</p>"
    )
    return _pagina(
        "Wat deze website heeft ontvangen", f"<p>{live} live, {len(rijen) - live} ingetrokken.</p>{tabel}"
    )


def document(rij: Rij) -> str:
    bereik, soort, sleutel, versie, inhoud, ontvangen = rij
    gegevens = (
        f"<p>{escape(bereik)} · {escape(soort)} · versie {versie} · ontvangen op {_moment(ontvangen)}</p>"
    )
    if not inhoud:
        return _pagina(sleutel, f"{gegevens}<p>Dit document is ingetrokken.</p>{TERUG}")
    gelezen = json.loads(inhoud)
    tekst = _nl(gelezen)
    velden = "".join(
        f"<h2>{escape(str(lid.get('kop') or lid.get('veld')))}</h2><pre>{escape(str(lid.get('tekst', '')))}</pre>"
        for lid in tekst.get("velden", [])
        if isinstance(lid, dict)
    )
    geheel = escape(json.dumps(gelezen, ensure_ascii=False, indent=2))
    return _pagina(
        _titel(rij),
        f"{gegevens}<p>{escape(str(tekst.get('samenvatting', '')))}</p>{velden}"
        f"<details><summary>Alles wat ontvangen is</summary><pre>{geheel}</pre></details>{TERUG}",
    )


def weg() -> str:
    return _pagina("Dit document is er niet", TERUG)


TERUG = '<p><a href="/">Alle documenten</a></p>'


def _regel(rij: Rij) -> str:
    bereik, soort, sleutel, versie, inhoud, ontvangen = rij
    adres = "/toon/" + "/".join(quote(deel, safe="") for deel in (bereik, soort, sleutel))
    return (
        f'<tr><th scope=row><a href="{escape(adres)}">{escape(_titel(rij))}</a><td>{escape(bereik)}'
        f"<td>{escape(soort)}<td>{'live' if inhoud else 'ingetrokken'}<td class=getal>{versie}"
        f"<td>{_moment(ontvangen)}</tr>"
    )


def _titel(rij: Rij) -> str:
    inhoud = json.loads(rij[4]) if rij[4] else {}
    return str(_nl(inhoud).get("titel") or inhoud.get("naam") or rij[2])


def _nl(inhoud: dict[str, Any]) -> dict[str, Any]:
    talen = inhoud.get("talen")
    tekst = talen.get("nl") if isinstance(talen, dict) else None
    return tekst if isinstance(tekst, dict) else {}


def _moment(tijd: float) -> str:
    return datetime.fromtimestamp(tijd).astimezone().strftime("%d-%m-%Y %H.%M.%S uur")


def _pagina(titel: str, inhoud: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(titel)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STIJL}</style></head>'
        f"<body><main><h1>{escape(titel)}</h1>{inhoud}</main></body></html>"
    )
