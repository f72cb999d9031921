"""Addresses of the desk, under /balie/. The bereik is always the first part."""

from django.urls import path

from kennisbank.balie.aanmelden import AanmeldenView, AfmeldenView
from kennisbank.balie.ding import dingscherm
from kennisbank.balie.erbij import CONTACT, LOCATIE, MEDEDELING
from kennisbank.balie.kenmerkscherm import kenmerkscherm
from kennisbank.balie.meegeefscherm import meegeefscherm
from kennisbank.balie.meekijkscherm import meekijkscherm
from kennisbank.balie.titels import titels
from kennisbank.balie.toetsenkaart import toetsenkaart
from kennisbank.balie.vergelijkscherm import vergelijking
from kennisbank.balie.views import balie, kies
from kennisbank.mededelingen.balie import gelezen, mededelingen
from kennisbank.melden.balie import melden, mijn_meldingen
from kennisbank.uitkomst.balie import uitkomst
from kennisbank.vergeefs.balie import vergeefs

app_name = "balie"
urlpatterns = [
    path("", kies, name="kies"),
    path("aanmelden/", AanmeldenView.as_view(), name="aanmelden"),
    path("afmelden/", AfmeldenView.as_view(), name="afmelden"),
    path("<slug:bereik>/", balie, name="balie"),
    # No key of a product has an underscore.
    path("<slug:bereik>/_meekijken/", meekijkscherm, name="meekijken"),
    path("<slug:bereik>/_vergeefs/", vergeefs, name="vergeefs"),
    path("<slug:bereik>/_mededelingen/", mededelingen, name="mededelingen"),
    path("<slug:bereik>/_gelezen/", gelezen, name="gelezen"),
    path("<slug:bereik>/_contact/<slug:ding>/", dingscherm, {"soort": CONTACT}, name="contact"),
    path("<slug:bereik>/_locatie/<slug:ding>/", dingscherm, {"soort": LOCATIE}, name="locatie"),
    path("<slug:bereik>/_mededeling/<slug:ding>/", dingscherm, {"soort": MEDEDELING}, name="mededeling"),
    path("<slug:bereik>/_toetsen/", toetsenkaart, name="toetsenkaart"),
    path("<slug:bereik>/_titels/", titels, name="titels"),
    path("<slug:bereik>/_uitkomst/", uitkomst, name="uitkomst"),
    path("<slug:bereik>/_meldingen/", mijn_meldingen, name="meldingen"),
    path("<slug:bereik>/<slug:sleutel>/melden/", melden, name="melden"),
    path(
        "<slug:bereik>/<slug:sleutel>/versie/<int:versie>.<int:gemeenteversie>/<str:moment>/",
        kenmerkscherm,
        name="kenmerk",
    ),
    path("<slug:bereik>/<slug:sleutel>/meegeven/", meegeefscherm, name="meegeven"),
    path("<slug:bereik>/<slug:sleutel>/vergelijk/", vergelijking, name="vergelijk"),
    path("<slug:bereik>/<slug:sleutel>/", balie, name="product"),
]
