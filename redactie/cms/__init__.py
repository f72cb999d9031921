"""The screens of the editorial room in Wagtail: one module per kind of thing, and what they share.

Rights are not decided here (`redactie/rechten/`), nor what a change does (`redactie/teksten.py`,
`redactie/herzien.py`).
"""
