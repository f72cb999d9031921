"""What goes to the screen and what only to the file."""

import logging
from pathlib import Path

import pytest

from deploy import logboek


def test_toegangsregels_gaan_naar_het_bestand_en_niet_naar_het_scherm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logboek.stel_in(tmp_path)
    logging.getLogger("antwoord.kind.web").info("toegang GET /balie/regio/ 200")
    logging.getLogger("antwoord.kind.web").info("klaar om te dienen")
    assert "toegang" not in capsys.readouterr().out
    inhoud = (tmp_path / "antwoord.log").read_text("utf-8")
    assert "toegang GET /balie/regio/ 200" in inhoud
    assert "web       | klaar om te dienen" in inhoud
    logging.getLogger("antwoord").handlers.clear()
