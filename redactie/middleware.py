"""Makes each writing request of the CMS one transaction: a draft, its log row and its Wijziging together or not at all.

ATOMIC_REQUESTS would take SQLite's one write lock for every GET as well and starve the sync loop. Websites, desk
and API are never in a transaction.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

VOORVOEGSEL = "/redactie/"
SCHRIJVEND = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class AtomischeRedactie:
    """Last in MIDDLEWARE, so that only the view runs inside the transaction.

    Django turns an exception of a view into a response before a middleware can catch it; `process_exception` gets
    the exception itself, and marks the transaction to be rolled back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not schrijft(request):
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if schrijft(request):
            transaction.set_rollback(True)


def schrijft(request: HttpRequest) -> bool:
    return request.method in SCHRIJVEND and request.path_info.startswith(VOORVOEGSEL)
