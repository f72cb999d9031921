"""The create and edit views that all screens of the CMS share."""

from __future__ import annotations

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel, PreviewSidePanel
from wagtail.snippets.views.snippets import CreateView, EditView

from redactie.cms.nakijken import MetNakijkknop
from redactie.cms.publiceren import Publiceerbaar
from redactie.cms.terugzetten import MetTerugzetknop
from redactie.cms.verouderd import MetKenmerk, NietVerouderd
from redactie.cms.voorbeeld import VoorbeeldPaneel


class MetVoorbeeld:
    """The preview panel of ours in the place of Wagtail's, and no panel of checks: it needs a script in the page."""

    def get_side_panels(self) -> MediaContainer:
        panelen = [paneel for paneel in super().get_side_panels() if not isinstance(paneel, ChecksSidePanel)]
        return MediaContainer([_eigen(paneel) for paneel in panelen])


def _eigen(paneel: object) -> object:
    if type(paneel) is not PreviewSidePanel:
        return paneel
    return VoorbeeldPaneel(paneel.object, paneel.request, preview_url=paneel.preview_url)


class AanmakenView(MetKenmerk, MetVoorbeeld, Publiceerbaar, CreateView):
    pass


class BewerkenView(MetNakijkknop, MetTerugzetknop, NietVerouderd, MetVoorbeeld, Publiceerbaar, EditView):
    pass
