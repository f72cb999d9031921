from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sync', '0007_ingrijpen_en_achterblijvers'),
    ]

    operations = [
        migrations.AddField(
            model_name='doel',
            name='instelling',
            field=models.JSONField(blank=True, default=dict, help_text='Wat alleen deze soort doel vraagt, in de vorm die zijn adapter leest.'),
        ),
        migrations.AlterField(
            model_name='doel',
            name='soort',
            field=models.CharField(choices=[('index', 'Zoekindex'), ('http', 'Website van een leverancier'), ('wordpress', 'WordPress')], max_length=20),
        ),
    ]
