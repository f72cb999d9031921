"""The addresses of the website of a municipality. Root addresses of its host: see `poort.py`."""

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import StringConverter

from kennisbank.website import contact, lijsten, product, zoeken


class Sleutel(StringConverter):
    regex = "[a-z0-9][a-z0-9_-]*"


register_converter(Sleutel, "sleutel")

paginas = [
    path("", lijsten.home, name="home"),
    path("a-z/", lijsten.az, name="az"),
    path("onderwerp/<sleutel:sleutel>/", lijsten.thema, name="thema"),
    path("product/<sleutel:sleutel>/", product.product, name="product"),
    path("contact/", contact.contact, name="contact"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
]

urlpatterns: list[URLPattern | URLResolver] = [path("", include((paginas, "website")))]
