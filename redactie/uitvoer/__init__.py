"""Taking a region out: the published and planned content, as files of the import format.

What there is to write comes from `redactie/invoer/stand.py`; here it becomes text, and a folder or zip.
"""
