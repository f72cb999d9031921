"""The document that measures publishing, and how long it took."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sync", "0008_wordpress")]

    operations = [
        migrations.AlterField(
            model_name="publicatie",
            name="documentsoort",
            field=models.CharField(
                choices=[
                    ("product", "Product"),
                    ("gemeente", "Gemeentedocument"),
                    ("ketenproef", "Ketenproef"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Ketenproef",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begonnen_op", models.DateTimeField(blank=True, null=True)),
                ("geslaagd_van", models.DateTimeField(blank=True, null=True)),
                ("geslaagd_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "ketenproef",
                "verbose_name_plural": "ketenproeven",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="ketenproef_een_rij")
                ],
            },
        ),
    ]
