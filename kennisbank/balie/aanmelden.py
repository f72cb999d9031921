"""Signing in and out at the desk: pages of its own, because the CMS with its sign-in page may be another process."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import reverse_lazy


class AanmeldenView(LoginView):
    """Back to where somebody was going, else to the desk."""

    template_name = "balie/aanmelden.html"
    authentication_form = AuthenticationForm
    next_page = reverse_lazy("balie:kies")
    redirect_authenticated_user = True


class AfmeldenView(LogoutView):
    """POST only."""

    next_page = reverse_lazy("balie:aanmelden")
