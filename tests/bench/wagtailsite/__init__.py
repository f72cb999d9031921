"""The reference of `website.py`: a plain Wagtail site, as `wagtail start` makes it, with one page."""
