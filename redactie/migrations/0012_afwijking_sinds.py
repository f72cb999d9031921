"""Since when a deviation is there. Of the ones that are there already, the best that is known of it."""

from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Coalesce, TruncDate


def vul(apps, schema_editor):
    Afwijking = apps.get_model("redactie", "Afwijking")
    for rij in Afwijking.objects.annotate(
        begin=Coalesce(F("vanaf"), TruncDate("versie__first_published_at"))
    ).iterator():
        Afwijking.objects.filter(pk=rij.pk).update(sinds=rij.begin)


class Migration(migrations.Migration):
    dependencies = [("redactie", "0011_feitencheck")]

    operations = [
        migrations.AddField(
            model_name="afwijking",
            name="sinds",
            field=models.DateField(
                blank=True, editable=False, help_text="De dag waarop deze afwijking er kwam.", null=True
            ),
        ),
        migrations.RunPython(vul, migrations.RunPython.noop),
    ]
