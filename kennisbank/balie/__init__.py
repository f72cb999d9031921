"""The desk of the contact centre: search while typing, the answer card."""
