from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kennisbank", "0004_uitkomsten"),
    ]

    operations = [
        migrations.AddField(
            model_name="melding",
            name="bericht_fout",
            field=models.CharField(
                blank=True,
                choices=[
                    ("onbereikbaar", "Er is geen verbinding met de mailserver"),
                    ("geweigerd", "De mailserver neemt het bericht niet aan"),
                    ("geen_adres", "Er is geen redacteur met een e-mailadres"),
                ],
                max_length=20,
            ),
        ),
    ]
