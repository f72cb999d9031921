"""The national list of uniform product names (UPL): reading a file, comparing, keeping our copy in step.

Keyed on the URI; what vanishes is marked, not deleted, so that products that carry it stay published. Which products
those are says `bezwaren.py`.
"""
