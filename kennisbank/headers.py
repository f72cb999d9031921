"""Security headers on every answer: strict on websites, desk and API; in the CMS what Wagtail can live with.

Strict means no inline script or style and nothing from another host. The CMS writes inline scripts and styles
itself, and shows previews in frames of its own host.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

CSP_STRENG = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
CSP_REDACTIE = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "base-uri 'self'",
    )
)
PERMISSIES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def zet_headers(response: HttpResponse, pad: str) -> HttpResponse:
    """Also for short middleware lists; a view that set its own policy keeps it."""
    redactie = pad.startswith("/redactie/")
    response.headers.setdefault("Content-Security-Policy", CSP_REDACTIE if redactie else CSP_STRENG)
    response.headers["X-Frame-Options"] = "SAMEORIGIN" if redactie else "DENY"
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", PERMISSIES)
    return response


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return zet_headers(self.get_response(request), request.path_info)
