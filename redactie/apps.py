from django.apps import AppConfig


class RedactieConfig(AppConfig):
    name = "redactie"
    label = "redactie"
    verbose_name = "Redactie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core.checks import Tags, register

        from redactie import controles, signalen
        from redactie.cms import filterwoorden, vergelijken
        from redactie.rechten.policy import registreer

        register(controles.geen_demo_accounts, Tags.security, deploy=True)
        registreer()
        vergelijken.registreer()
        filterwoorden.registreer()
        signalen.verbind()
