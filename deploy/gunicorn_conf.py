"""gunicorn as `make run` and production use it: threads, loopback, an access log without query strings.

What people search for stands in a query string on the websites; it must not end up in a log.
"""

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
loglevel = "warning"
control_socket_disable = True
