"""Rows of the log say which products they are about; those from before learn it from what is still there."""

from django.db import migrations, models


def vul_aan(apps, schema_editor):
    regels = apps.get_model("redactie", "LogRegel").objects
    soorten = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="redactie")
    for model, sleutel in (("Product", "sleutel"), ("LokaleVersie", "product__sleutel")):
        soort = soorten.filter(model=model.lower()).first()
        if soort is None:
            continue
        for pk, van in apps.get_model("redactie", model).objects.values_list("pk", sleutel):
            regels.filter(content_type=soort, object_id=str(pk), producten="").update(producten=f"|{van}|")


class Migration(migrations.Migration):
    dependencies = [
        ("redactie", "0012_afwijking_sinds"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="logregel",
            name="producten",
            field=models.TextField(
                blank=True, default="", help_text="|sleutel|sleutel| van de producten waar het over gaat."
            ),
            preserve_default=False,
        ),
        migrations.RunPython(vul_aan, migrations.RunPython.noop),
    ]
