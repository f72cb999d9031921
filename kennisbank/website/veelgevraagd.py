"""What stands on the home page as asked for often: the top tasks that Dutch municipalities have in common.

A fixed list, in this order; a website shows those that its municipality offers. Pages are not counted per visitor.
"""

VEELGEVRAAGD = (
    "paspoort-aanvragen",
    "verhuizing-doorgeven",
    "rijbewijs-verlengen",
    "afvalkalender-bekijken",
    "melding-openbare-ruimte",
    "uittreksel-brp",
    "parkeervergunning-bewoners",
    "identiteitskaart-aanvragen",
)
