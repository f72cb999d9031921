"""What was checked before this column was there, as far as the log says; and publish it all again."""

from django.db import migrations
from django.utils import timezone


def neem_over(apps, schema_editor):
    for naam in ("Product", "LokaleVersie"):
        model = apps.get_model("redactie", naam)
        for pk, moment in met_de_hand_gepubliceerd(apps, model).items():
            model._base_manager.filter(pk=pk, live=True).update(nagekeken_op=timezone.localdate(moment))
    if apps.get_model("redactie", "Product").objects.exists():
        # Contents get their new shape now, not at some later edit.
        apps.get_model("redactie", "Wijziging").objects.create(soort="alles")


def met_de_hand_gepubliceerd(apps, model):
    """Key → when somebody, not an import, published it last."""
    soort = apps.get_model("contenttypes", "ContentType").objects.filter(
        app_label="redactie", model=model._meta.model_name
    )
    regels = apps.get_model("redactie", "LogRegel").objects.filter(
        content_type__in=soort, action="wagtail.publish", user__isnull=False
    )
    return dict(regels.order_by("timestamp").values_list("object_id", "timestamp"))


class Migration(migrations.Migration):
    dependencies = [
        ("redactie", "0008_nagekeken_op"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(neem_over, migrations.RunPython.noop)]
