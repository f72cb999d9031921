from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.elastic_motor import ElasticMotor
from search.keuze import motor
from search.tantivy_motor import TantivyMotor


def test_instelling_kiest_de_motor(settings: Any, tmp_path: Path) -> None:
    settings.ANTWOORD_INDEX = tmp_path
    settings.ANTWOORD_ZOEKMACHINE = "tantivy"
    assert isinstance(motor(), TantivyMotor)
    assert motor() is motor()
    settings.ANTWOORD_ZOEKMACHINE = "elasticsearch"
    assert isinstance(motor(), ElasticMotor)


def test_onbekende_motor_is_een_fout_in_de_instellingen(settings: Any) -> None:
    settings.ANTWOORD_ZOEKMACHINE = "solr"
    with pytest.raises(ImproperlyConfigured, match="solr"):
        motor()
