"""Accounts: names, passwords, active or not. What somebody may do is not here: that is Lidmaatschap."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users

from redactie.cms.kiezen import zichtbaar
from redactie.cms.verouderd import NietVerouderd
from redactie.cms.wacht import Bewaakt


class ZonderRechten:
    """Groups are derived and nobody is made a superuser here, so neither is in the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("groups", "is_superuser"):
            self.fields.pop(naam, None)


class GebruikerMakenForm(ZonderRechten, UserCreationForm):
    pass


class GebruikerBewerkenForm(ZonderRechten, UserEditForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Wagtail 8.0.1 deletes "is_superuser" for somebody who edits himself; it must still be there then.
        self._zelf = kwargs.pop("editing_self", False)
        super().__init__(*args, **kwargs)
        if self._zelf:
            self.fields.pop("is_active", None)


class GebruikerLijst(users.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return zichtbaar(self.request.user, self.model).select_related("wagtail_userprofile")

    @property
    def columns(self) -> list[Any]:
        weg = {"bulk_actions", "is_superuser"}
        return [kolom for kolom in super().columns if kolom.name not in weg]


class GebruikerFilter(users.UserFilterSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters.pop("group", None)
        self.filters.pop("is_superuser", None)


class GebruikerBewerkenView(NietVerouderd, users.EditView):
    pass


class GebruikerViewSet(Bewaakt, users.UserViewSet):
    index_view_class = GebruikerLijst
    edit_view_class = GebruikerBewerkenView
    filterset_class = GebruikerFilter
    copy_view_enabled = False
    add_to_settings_menu = False
    menu_hook = "register_antwoord_beheer"
    menu_order = 20
    template_prefix = "redactie/gebruikers/"

    def get_form_class(self, for_update: bool = False) -> type:
        return GebruikerBewerkenForm if for_update else GebruikerMakenForm

    def register_search_area(self) -> None:
        """No search over the whole admin: each list has its own."""
