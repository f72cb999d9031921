"""Give every document that was ever published its place in the pull feed: it gets a number from the next round."""

from django.db import migrations, models


def merk(apps, schema_editor):
    Publicatie = apps.get_model("sync", "Publicatie")
    Publicatie.objects.exclude(toestand="geen").update(volgnummer=None)


class Migration(migrations.Migration):
    dependencies = [("sync", "0004_doel_van_een_leverancier")]

    operations = [
        migrations.AddField(
            model_name="syncstand",
            name="volgnummer",
            field=models.BigIntegerField(default=0, help_text="Het laatste dat de publicatiestroom uitgaf."),
        ),
        migrations.AddField(
            model_name="publicatie",
            name="volgnummer",
            field=models.BigIntegerField(blank=True, db_index=True, default=0, null=True),
        ),
        migrations.RunPython(merk, migrations.RunPython.noop),
    ]
