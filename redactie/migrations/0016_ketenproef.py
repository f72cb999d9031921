"""A kind of change that measures publishing, in a bereik that no municipality may have."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("redactie", "0015_berichten_en_regiovoorstellen")]

    operations = [
        migrations.AlterField(
            model_name="wijziging",
            name="soort",
            field=models.CharField(
                choices=[
                    ("product", "Product"),
                    ("gemeente", "Gemeentedocument"),
                    ("feit", "Gegeven of tarief"),
                    ("alles", "Alle producten"),
                    ("ketenproef", "Ketenproef"),
                ],
                max_length=20,
            ),
        ),
        migrations.RemoveConstraint(model_name="gemeente", name="gemeente_slug_niet_regio"),
        migrations.AddConstraint(
            model_name="gemeente",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__in", ["regio", "ketenproef"]), _negated=True),
                name="gemeente_slug_niet_regio",
                violation_error_message="De sleutels “regio” en “ketenproef” gebruikt Antwoord zelf.",
            ),
        ),
    ]
