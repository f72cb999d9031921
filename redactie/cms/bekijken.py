"""Looking at a product without changing it: what the region says per field, and what stands in one's municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permissions import policy_registry

from redactie.cms.inzien import InzienView
from redactie.cms.logboek import logboekknop
from redactie.keuzes import Herkomst
from redactie.lezen import lees_product
from redactie.models import Gemeente, LokaleVersie, Product
from redactie.rechten.persoon import persoon_van
from redactie.samenvoegen import samenvoegen
from redactie.teksten import gepubliceerde_teksten
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"


@dataclass(frozen=True, slots=True)
class Bekeken:
    """One field: the region's published text, and per own municipality what is different."""

    veld: Veld
    regio: str
    anders: tuple[tuple[str, Herkomst, str], ...] = ()


class ProductBekijkenView(InzienView):
    template_name = "redactie/product/bekijken.html"

    def eigen_gemeenten(self) -> QuerySet:
        return Gemeente.objects.filter(pk__in=persoon_van(self.request.user).gemeenten)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "bekeken": self.bekeken(), "gepubliceerd": self.object.live}

    def bekeken(self) -> list[Bekeken]:
        product: Product = self.object
        nu = timezone.now()
        stand = gepubliceerde_teksten(product=product, op=nu)
        anders: dict[Veld, list[tuple[str, Herkomst, str]]] = {}
        bronnen = lees_product(product.sleutel)
        for gemeente in self.eigen_gemeenten() if bronnen is not None else ():
            samen = samenvoegen(bronnen.centraal, bronnen.laag(gemeente.slug), nu)
            for veld in samen.velden if samen is not None else ():
                if veld.herkomst is not Herkomst.CENTRAAL:
                    anders.setdefault(veld.veld, []).append((gemeente.naam, veld.herkomst, veld.tekst))
        regels = [Bekeken(veld, stand.get(veld.value, ""), tuple(anders.get(veld, ()))) for veld in Veld]
        return [regel for regel in regels if regel.regio or regel.anders]

    @property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, logboekknop(self.object.sleutel)]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """To one's own text of this product, for whoever may write one."""
        product: Product = self.object
        policy = policy_registry.get_by_type(LokaleVersie)
        if product.gemeente_id is not None or not policy.user_has_permission(self.request.user, "add"):
            return []
        eigen = policy.instances_user_has_permission_for(self.request.user, "change").filter(product=product)
        knoppen = [
            HeaderButton(
                f"Eigen tekst {versie.gemeente.naam}",
                url=reverse(f"{RUIMTE}:edit", args=[versie.pk]),
                icon_name="edit",
            )
            for versie in eigen.select_related("gemeente")
        ]
        if len(knoppen) < self.eigen_gemeenten().count():
            url = f"{reverse(f'{RUIMTE}:add')}?product={product.pk}"
            knoppen.append(HeaderButton("Maak een eigen tekst", url=url, icon_name="plus"))
        return knoppen
