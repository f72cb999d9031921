"""The two sides of what was published, as two types: what of it may leave the desk is checked before it runs.

Pure. Both are what `redactie/weergave.py` wrote: `PubliekeWeergave.als_json()` has no place for an internal field or
fact, `BalieWeergave.als_json()` is nothing but that. What is copied, mailed or linked to takes a `PubliekeInhoud`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NewType

PubliekeInhoud = NewType("PubliekeInhoud", Mapping[str, Any])
"""What everybody may read."""

BalieInhoud = NewType("BalieInhoud", Mapping[str, Any])
"""What the desk reads besides. Never leaves it."""
