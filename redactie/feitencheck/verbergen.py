"""A link to a fact check is a key: it stands in no log. Pure: the web server takes it too, before Django is there."""

from __future__ import annotations

import logging
import re

_CODE = re.compile(r"(/feitencheck/)[^/\s\"']+")


def zonder_link(tekst: str) -> str:
    """The same words, with the secret of every link taken out."""
    return _CODE.sub(r"\1…", tekst) if "/feitencheck/" in tekst else tekst


class ZonderLink(logging.Filter):
    """Django logs the address of every refused request."""

    def filter(self, record: logging.LogRecord) -> bool:
        tekst = record.getMessage()
        if (schoon := zonder_link(tekst)) != tekst:
            record.msg, record.args = schoon, None
        return True
