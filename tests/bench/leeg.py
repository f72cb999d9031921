"""The least that gunicorn can do: an answer without a framework, to show what of a request is the server itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

INHOUD = (
    Path(os.environ["ANTWOORD_BENCH_PAGINA"]).read_bytes() if "ANTWOORD_BENCH_PAGINA" in os.environ else b""
)


def application(omgeving: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
    begin("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(INHOUD)))])
    return [INHOUD]
