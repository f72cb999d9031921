"""What this room hangs into the CMS: hooks only; each does its work elsewhere."""

from __future__ import annotations

from wagtail import hooks

from kennisbank.botsingen import botsingen_van

hooks.register("antwoord_botsingen", botsingen_van)
