from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "sync"
    label = "sync"
    verbose_name = "Synchronisatie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over to the process of the loop what is done by itself."""
        from sync import doelwerk, ketenproef, redactiewerk
        from sync.links import nevenwerk

        ketenproef.registreer()
        redactiewerk.registreer()
        nevenwerk.registreer()
        doelwerk.registreer()
