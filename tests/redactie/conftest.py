"""Property tests measure behaviour, not the machine: no deadline per example, also on a busy one."""

from hypothesis import HealthCheck, settings

settings.register_profile("antwoord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("antwoord")
