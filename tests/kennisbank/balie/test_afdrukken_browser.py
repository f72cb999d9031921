"""What is printed fits: the manual on two pages, the keys on half a sheet."""

from __future__ import annotations

import re
from typing import Any

import markdown
import pytest
from playwright.sync_api import expect

from redactie.settings.omgeving import BASE_DIR
from tests.kennisbank.balie.aan_de_balie import meld_aan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
DOCS = BASE_DIR / "docs"
STIJL = """
@page { size: A4; margin: 12mm; }
body { margin: 0; font: 9pt/1.32 "Liberation Sans", "Noto Sans", sans-serif; columns: 2; column-gap: 7mm; }
h1 { margin: 0 0 2mm; font-size: 15pt; } h2 { margin: 2.5mm 0 1mm; font-size: 10.5pt; break-after: avoid; }
p, ol, ul, table { margin: 0 0 1.5mm; } ol, ul { padding-left: 5mm; }
table { width: 100%; border-collapse: collapse; } td, th { padding: 0.4mm 1mm; text-align: left; vertical-align: top; }
tr { border-bottom: 0.2mm solid #bbb; break-inside: avoid; } img { width: 100%; } code { font-size: 1em; }
"""


def bladzijden(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_de_handleiding_past_op_twee_bladzijden(pagina: Any, tmp_path: Any) -> None:
    tekst = (DOCS / "balie.md").read_text("utf-8").replace("](beelden/", f"]({DOCS.as_uri()}/beelden/")
    blad = tmp_path / "balie.html"
    inhoud = markdown.markdown(tekst, extensions=["tables"])
    blad.write_text(f"<!doctype html><html lang=nl><style>{STIJL}</style><body>{inhoud}", "utf-8")
    pagina.goto(blad.as_uri())
    assert pagina.locator("img").count() > 2
    assert pagina.evaluate("() => [...document.images].every((beeld) => beeld.naturalWidth > 0)")
    assert bladzijden(pagina.pdf(prefer_css_page_size=True)) == 2


def test_de_toetsenkaart_past_op_een_half_blad(pagina: Any, live_server: Any) -> None:
    meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    pagina.goto(f"{live_server.url}/balie/sliedrecht/_toetsen/")
    expect(pagina.locator("h1")).to_have_text("Toetsen van de balie")
    assert bladzijden(pagina.pdf(prefer_css_page_size=True)) == 1
