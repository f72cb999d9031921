"""Signing in and out at the desk: pages of its own, because the CMS with its sign-in page may be another process.

Who was signed out in the middle of a call sends the screen along with the sign-in, and gets it back as the answer to
it: a question is in no address, no session and no redirect.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve, reverse_lazy

from kennisbank.balie import meekijken
from kennisbank.balie.toegang import is_scherm, meegenomen


class AanmeldenView(LoginView):
    """Back to where somebody was going, else to the desk."""

    template_name = "balie/aanmelden.html"
    authentication_form = AuthenticationForm
    next_page = reverse_lazy("balie:kies")
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Signed in again in another tab.
        if request.method == "POST" and request.user.is_authenticated and (scherm := self._scherm()):
            return scherm
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a name: the desk asks somebody to sign in again."""
        if "username" not in request.POST:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        gegevens = super().get_form_kwargs()
        if self.request.method == "POST" and "username" not in self.request.POST:
            del gegevens["data"], gegevens["files"]
        return gegevens

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        antwoord = super().form_valid(form)
        # The session that knew it is gone, and the citizen still stands beside the screen.
        if self.request.POST.get("meekijkstand") == "1":
            meekijken.zet(self.request, aan=True)
        return self._scherm() or antwoord

    def get_context_data(self, **rest: Any) -> dict[str, Any]:
        return super().get_context_data(**rest, mee=meegenomen(self.request))

    def _scherm(self) -> HttpResponse | None:
        """The desk as it was, when it came along."""
        if not meegenomen(self.request):
            return None
        try:
            waar = resolve(urlsplit(self.get_redirect_url()).path)
        except Resolver404:
            return None
        return waar.func(self.request, **waar.kwargs) if is_scherm(waar) else None


class AfmeldenView(LogoutView):
    """POST only."""

    next_page = reverse_lazy("balie:aanmelden")
