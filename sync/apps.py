from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "sync"
    label = "sync"
    verbose_name = "Synchronisatie"
    default_auto_field = "django.db.models.BigAutoField"
