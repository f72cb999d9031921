"""RedactieViewSet: the parent of every screen of the CMS. Guarded, filtered, without copying, with its own log."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.text import slugify
from wagtail.snippets.views.snippets import SnippetViewSet

from redactie.cms.bewerken import AanmakenView, BewerkenView
from redactie.cms.inzien import InzienView
from redactie.cms.kiezen import KiezerViewSet
from redactie.cms.lijst import LijstView
from redactie.cms.nakijken import NakijkView
from redactie.cms.publiceren import BeslisView
from redactie.cms.terugzetten import TerugzetView
from redactie.cms.toewijzen import ToewijsView
from redactie.cms.wacht import Bewaakt
from redactie.models.concept import ConceptModel


class RedactieViewSet(Bewaakt, SnippetViewSet):
    index_view_class = LijstView
    add_view_class = AanmakenView
    edit_view_class = BewerkenView
    inspect_view_class = InzienView
    workflow_action_view_class = BeslisView
    chooser_viewset_class = KiezerViewSet
    copy_view_enabled = False  # in Wagtail 8.0.1 a POST to copy overwrites the original
    inspect_view_enabled = False
    template_prefix = "redactie/scherm/"
    list_per_page = 25
    haal_op: ClassVar[tuple[tuple[str, ...], tuple[str, ...]]] = ((), ())
    zoekvelden: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def url_prefix(self) -> str:
        return slugify(self.model_opts.verbose_name_plural)

    def get_chooser_admin_base_path(self) -> str:
        return f"kies/{self.url_prefix}"

    @cached_property
    def search_fields(self) -> Any:
        return list(self.zoekvelden) or self.UNDEFINED

    # The database search of Wagtail would need an index of its own beside the columns.
    search_backend_name = None

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(haal_op=self.haal_op, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        if not issubclass(self.model, ConceptModel):
            return super().get_urlpatterns()
        nakijken = path("nagekeken/<int:pk>/", self.construct_view(NakijkView), name="nakijken")
        vergelijking = self.construct_view(TerugzetView, edit_handler=self._edit_handler)
        terugzetten = path("terugzetten/<int:pk>/", vergelijking, name="terugzetten")
        toewijzen = path("toewijzen/<int:pk>/", self.construct_view(ToewijsView), name="toewijzen")
        return [*super().get_urlpatterns(), nakijken, terugzetten, toewijzen]
