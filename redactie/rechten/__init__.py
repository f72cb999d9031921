"""Rights: what a Lidmaatschap allows, asked per object.

`regels.py` is the table, `policy.py` answers Wagtail with it, `wacht.py` makes every view of the CMS ask.
"""
