"""Markdown → safe HTML and plain text; and what is wrong with a text as mark-up.

The only module that imports a Markdown renderer or a sanitiser: `markdown` → `bleach` → `nh3` with one allow-list.
bleach is no longer maintained, so the maintained nh3 is the last gate; on honest text it changes nothing.
Renders resolved texts; tokens are words here like any other.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from html import escape, unescape

import bleach
import markdown
import nh3
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from redactie.linkadres import is_veilig
from redactie.markdownfouten import MAX_TEKST, te_diep, te_veel_haken, tekstfouten
from redactie.markdownregels import gladstrijken, schoon
from redactie.plattetekst import plat

__all__ = ["anker", "kale_html", "naar_html", "naar_naslag", "naar_platte_tekst", "tekstfouten"]

TAGS = frozenset({"p", "br", "strong", "em", "a", "h3", "h4", "ul", "ol", "li", "blockquote"}) | frozenset(
    {"table", "thead", "tbody", "tr", "th", "td"}
)
LINKS = frozenset({"https", "mailto", "tel"})

# Registered parts of Python-Markdown that texts of Antwoord do not have: code, images, reference links, raw HTML.
_ZONDER_INLINE = (
    "automail",
    "backtick",
    "html",
    "image_link",
    "image_reference",
    "reference",
    "short_image_ref",
    "short_reference",
)
_ZONDER_BLOK = ("code", "reference")
_KOPPEN = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}

# Python-Markdown writes `<a@b.nl>` in character codes, which the sanitisers would rewrite.
_MAILADRES = re.compile(r"<(?:mailto:)?([^<>\s()\[\]!:/@]+@[^<>\s()\[\]/@]+)>")

_per_draad = threading.local()


def naar_html(tekst: str) -> str:
    """The safe HTML of a Markdown text. Never fails: what cannot be rendered well appears as plain words."""
    return _naar_html(tekst)


def naar_platte_tekst(tekst: str) -> str:
    """The same words without mark-up: list items with a dash or a number, table rows as `a: b`."""
    return _naar_platte_tekst(tekst)


def naar_naslag(tekst: str) -> str:
    """The safe HTML of a document of ours: pictures, code, and anchors at its headings. Not for what people type."""
    uitbreidingen = [TableExtension(), SaneListExtension(), TocExtension(slugify=lambda kop, _: anker(kop))]
    return _NH3_NASLAG.clean(markdown.markdown(gladstrijken(tekst), extensions=uitbreidingen))


def anker(kop: str) -> str:
    """What a link within a document calls this heading, as code hosts do it."""
    return re.sub(r"[^\w -]", "", kop).lower().replace(" ", "-")


def kale_html(tekst: str) -> str:
    """HTML as the Markdown renderer makes it, not sanitised: only to compare texts with, never to show."""
    if len(tekst) > MAX_TEKST or te_veel_haken(tekst) or te_diep(tekst):
        return _als_alineas(tekst)
    try:
        return _markdown().convert(_MAILADRES.sub(r"[\1](mailto:\1)", gladstrijken(tekst)))
    except Exception:
        # The renderer still believes that it is inside a list or a quotation (3.11: `reset` leaves the state of the
        # block parser), so the next text gets a new one.
        _per_draad.markdown = None
        return _als_alineas(tekst)


def gezuiverd(tekst: str) -> str:
    """Markdown → bleach, the first gate."""
    ruw = re.sub(r"(</?)(h[1256])>", lambda match: f"{match[1]}{_KOPPEN[match[2]]}>", kale_html(tekst))
    schoon_html = _bleach().clean(ruw)
    # An address that may not be: the link becomes its words.
    return re.sub(r"<a>(.*?)</a>", r"\1", schoon_html, flags=re.DOTALL)


def laatste_poort(html: str) -> str:
    """nh3, the last gate."""
    return _NH3.clean(html)


@lru_cache(maxsize=8192)
def _naar_html(tekst: str) -> str:
    if not tekst.strip():
        return ""
    return _vaste_spaties(laatste_poort(gezuiverd(tekst))).strip()


@lru_cache(maxsize=8192)
def _naar_platte_tekst(tekst: str) -> str:
    return plat(_naar_html(tekst))


def _vaste_spaties(html: str) -> str:
    """A telephone number like 14 078 and an amount like € 83,87 stay on one line. Only between tags."""
    delen = re.split(r"(<[^>]*>)", html)
    for plek in range(0, len(delen), 2):
        if delen[plek]:
            delen[plek] = re.sub(r"\b14 (0\d{2,3})\b", "14\N{NO-BREAK SPACE}\\1", delen[plek])
            delen[plek] = re.sub(r"€ (?=\d)", "€\N{NO-BREAK SPACE}", delen[plek])
    return "".join(delen)


def _als_alineas(tekst: str) -> str:
    alineas = re.split(r"\n\s*\n", schoon(tekst))
    return "\n".join(f"<p>{escape(alinea.strip(), quote=False)}</p>" for alinea in alineas if alinea.strip())


def _markdown() -> markdown.Markdown:
    """One renderer per thread: it keeps state while it renders."""
    renderer: markdown.Markdown | None = getattr(_per_draad, "markdown", None)
    if renderer is None:
        renderer = markdown.Markdown(
            extensions=[TableExtension(use_align_attribute=True), SaneListExtension()], output_format="html"
        )
        for naam in _ZONDER_INLINE:
            renderer.inlinePatterns.deregister(naam)
        for naam in _ZONDER_BLOK:
            renderer.parser.blockprocessors.deregister(naam)
        renderer.preprocessors.deregister("html_block")
        _per_draad.markdown = renderer
    return renderer.reset()


def _bleach() -> bleach.Cleaner:
    cleaner: bleach.Cleaner | None = getattr(_per_draad, "bleach", None)
    if cleaner is None:
        cleaner = bleach.Cleaner(tags=TAGS, attributes=_mag_attribuut, protocols=LINKS, strip=True)
        _per_draad.bleach = cleaner
    return cleaner


def _mag_attribuut(tag: str, naam: str, waarde: str) -> bool:
    # bleach gives the value with its character references still in it.
    return tag == "a" and naam == "href" and is_veilig(waarde) and is_veilig(unescape(waarde))


_NH3 = nh3.Cleaner(
    tags=set(TAGS), attributes={"a": {"href"}}, url_schemes=set(LINKS), link_rel=None, strip_comments=True
)

_KOPPEN_NASLAG = {f"h{niveau}" for niveau in range(1, 5)}
_NH3_NASLAG = nh3.Cleaner(
    tags=set(TAGS) | _KOPPEN_NASLAG | {"img", "code", "pre"},
    attributes={"a": {"href"}, "img": {"src", "alt"}, **{kop: {"id"} for kop in _KOPPEN_NASLAG}},
    url_schemes=set(LINKS),
    link_rel=None,
    strip_comments=True,
)
