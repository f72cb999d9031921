from django.apps import AppConfig


class KennisbankConfig(AppConfig):
    name = "kennisbank"
    label = "kennisbank"
    verbose_name = "Kennisbank"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over to the process of the loop what this room wants done by itself."""
        from kennisbank.nevenwerk import registreer

        registreer()
