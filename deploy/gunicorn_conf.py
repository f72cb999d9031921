"""gunicorn as `make run` and production use it: threads, loopback, an access log without query strings.

What people search for stands in a query string on the websites; it must not end up in a log.
"""

from datetime import timedelta
from typing import Any

from gunicorn.glogging import Logger

from redactie.feitencheck.verbergen import zonder_link
from redactie.settings.omgeving import huidige

_omgeving = huidige()

wsgi_app = "kennisbank.wsgi:application"
bind = [f"{_omgeving.luister}:{_omgeving.poort}"]
workers = _omgeving.processen
worker_class = "gthread"
threads = _omgeving.threads
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = "-"
# %(U)s is the path alone; %(r)s, the default, has the query string. The supervisor keeps these lines off the screen.
access_log_format = "toegang %(m)s %(U)s %(s)s %(B)s %(M)sms"
errorlog = "-"


class logger_class(Logger):
    """The access log, by the name under which gunicorn looks for it.

    Gathers for a line only what is in it: gunicorn's own gathers every header, a twentieth of a short request.
    """

    # The stubs promise every value that a line may have; ours has those of `access_log_format`.
    def atoms(  # type: ignore[override]  # fewer values
        self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta
    ) -> dict[str, Any]:
        status = resp.status if isinstance(resp.status, str) else str(resp.status)
        return {
            "m": environ["REQUEST_METHOD"],
            "U": zonder_link(environ["PATH_INFO"]),
            "s": status.partition(" ")[0],
            "B": resp.sent,
            "M": int(request_time.total_seconds() * 1000),
        }


loglevel = "warning"
control_socket_disable = True
