"""One page type: a title and the HTML that was made of a text."""

from django.db import models
from wagtail.models import Page


class Tekstpagina(Page):
    kop = models.TextField()
    inhoud = models.TextField()

    template = "wagtailsite/tekstpagina.html"
