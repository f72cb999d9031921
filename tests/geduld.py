"""How long a test waits for a screen: long enough for a machine with the other half of the tests on it."""

SCHERM_MS = 15_000
"""Milliseconds; Playwright's own 5,000 are too few there. How fast it really is, is measured in `make bench`."""
