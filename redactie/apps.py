from django.apps import AppConfig


class RedactieConfig(AppConfig):
    name = "redactie"
    label = "redactie"
    verbose_name = "Redactie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from redactie import signalen

        signalen.verbind()
