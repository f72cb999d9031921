"""The national list of uniform product names (UPL): reading a file, comparing, keeping our copy in step.

Keyed on the URI; what vanishes is marked, not deleted, so that products that carry it stay published.
"""

from redactie.upl.bezwaren import UpnBezwaar, producten_met_vervallen_upn

__all__ = ["UpnBezwaar", "producten_met_vervallen_upn"]
