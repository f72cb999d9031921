"""Who stands in for whom, and when: kept by the administrator, because it hands on what somebody may do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag
from redactie.cms.viewset import RedactieViewSet
from redactie.models import Vervanging
from redactie.persoonsnaam import persoonsnaam


def stand_chips(vervanging: Vervanging) -> Iterable[Chip]:
    vandaag = timezone.localdate()
    if not vervanging.afwezig.is_active:
        yield Chip("geldt niet: het account is dicht", "let-op")
    elif vervanging.tot < vandaag:
        yield Chip("voorbij")
    else:
        yield Chip("nu", "live") if vervanging.van <= vandaag else Chip("komt nog")


class VervangingForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ()


class VervangingViewSet(RedactieViewSet):
    model = Vervanging
    icon = "user"
    menu_label = "Vervanging"
    list_display = [
        TekstKolom("afwezig", label="Afwezig", waarde=lambda rij: persoonsnaam(rij.afwezig), width="26%"),
        TekstKolom(
            "vervanger", label="Vervanger", waarde=lambda rij: persoonsnaam(rij.vervanger), width="26%"
        ),
        ChipsColumn("stand", label="Stand", chips=stand_chips, width="18%"),
        TekstKolom("van", label="Van", waarde=lambda rij: dag(rij.van), sort_key="van", width="15%"),
        TekstKolom("tot", label="Tot en met", waarde=lambda rij: dag(rij.tot), sort_key="tot", width="15%"),
    ]
    zoekvelden = ("afwezig__username", "afwezig__last_name", "vervanger__username", "vervanger__last_name")
    haal_op = (("afwezig", "vervanger"), ())
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("afwezig"),
                    FieldPanel(
                        "vervanger",
                        help_text="Mag in deze dagen wat de afwezige collega als redacteur mag. Beheer gaat niet mee.",
                    ),
                    FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
                ],
                heading="Wie vervangt wie",
            )
        ],
        base_form_class=VervangingForm,
    )
