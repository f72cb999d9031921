"""Addresses that a link may have: https, mailto and tel, and nothing else.

The one place that says so; used when a text is judged, when tokens are filled in, and when HTML is made.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_HTTPS = re.compile(r"https://(?:[^\s/?#@\\\"<>\x00-\x20]+)(?:[/?#][^\s\"<>\\]*)?", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:[^\s\"<>\\@]+@[^\s\"<>\\@]+", re.IGNORECASE)
_TEL = re.compile(r"tel:\+?[0-9][0-9\-.]*", re.IGNORECASE)
_TELEFOON = re.compile(r"\+?[\d(][\d \-()./\u00a0]*")
_E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")

# RFC 3986, without what Markdown could read as mark-up: parentheses, brackets, asterisks and quotes.
_URL_TEKENS = "%/?#:@!$&+,;=-._~"


def is_veilig(adres: str) -> bool:
    """Whether a link may point there. A user name in the address (`https://bank.nl@evil.nl`) is refused too."""
    return any(vorm.fullmatch(adres) for vorm in (_HTTPS, _MAILTO, _TEL))


def kaal_doel(doel: str) -> str:
    """The address in the target of a Markdown link, without a title behind it and angle brackets around it."""
    doel = re.sub(r"\s+(?:\"[^\"]*\"|'[^']*')$", "", doel.strip())
    return doel.removeprefix("<").removesuffix(">").strip()


def als_url(waarde: str) -> str:
    """An internet address, with every character that could end a Markdown link percent-encoded."""
    return quote(waarde.strip(), safe=_URL_TEKENS)


def als_deel(waarde: str) -> str:
    """A value as one piece inside an address."""
    return quote(waarde.strip(), safe="")


def telefoonlink(nummer: str) -> str:
    """`14 078` → `tel:14078`; empty for what is no telephone number."""
    if not _TELEFOON.fullmatch(nummer.strip()):
        return ""
    plus = "+" if nummer.strip().startswith("+") else ""
    # "+31 (0)78" is how it is written, +3178 how it is dialled.
    cijfers = re.sub(r"\D", "", nummer.replace("(0)", "") if plus else nummer)
    return f"tel:{plus}{cijfers}" if cijfers else ""


def maillink(adres: str) -> str:
    """`a@b.nl` → `mailto:a@b.nl`; empty for what is no e-mail address."""
    adres = adres.strip()
    return f"mailto:{quote(adres, safe='@+-._~')}" if _E_MAIL.fullmatch(adres) else ""
