from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "sync"
    label = "sync"
    verbose_name = "Synchronisatie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over to the process of the loop what is done by itself; the editors' room cannot reach it."""
        from redactie.berichten.sturen import stuur_berichten
        from sync.links.nevenwerk import registreer
        from sync.nevenwerk import elke

        registreer()
        elke(15.0, "berichten over wijzigingen", stuur_berichten)
