"""Two pairs of eyes as a choice; substitutes; urgent texts that are checked or proposed afterwards."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('redactie', '0013_logregel_producten'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Spoedpublicatie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reden', models.TextField()),
                ('wanneer', models.DateTimeField(default=django.utils.timezone.now)),
                ('gecontroleerd_op', models.DateTimeField(blank=True, null=True)),
                ('opmerking', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'spoedpublicatie',
                'verbose_name_plural': 'spoedpublicaties',
                'ordering': ['wanneer', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Spoedvoorstel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('veld', models.CharField(choices=[('titel', 'Titel'), ('samenvatting', 'Samenvatting'), ('spreekantwoord', 'Zeg dit'), ('inleiding', 'Wat is het?'), ('voorwaarden', 'Voorwaarden'), ('wanneer', 'Wanneer regelt u dit?'), ('aanpak', 'Hoe regelt u het?'), ('meenemen', 'Wat hebt u nodig?'), ('kosten', 'Kosten'), ('termijn', 'Hoe lang duurt het?'), ('daarna', 'Ophalen, geldigheid, wijzigen'), ('bijzonderheden', 'Bijzonderheden'), ('geen_reactie', 'Hoort u niets?'), ('bezwaar', 'Niet mee eens?'), ('meer_informatie', 'Meer informatie en regels'), ('contact', 'Contact'), ('uitvragen', 'Vraag eerst'), ('doorverbinden', 'Niet opgelost?'), ('interne_toelichting', 'Intern, niet voorlezen')], max_length=30)),
                ('wijze', models.CharField(choices=[('vervangen', 'Vervangt de regionale tekst'), ('ervoor', 'Staat vóór de regionale tekst'), ('erna', 'Staat na de regionale tekst'), ('verbergen', 'Verbergt het veld')], help_text='Van de eigen tekst waar het over gaat.', max_length=20)),
                ('vanaf', models.DateField(blank=True, help_text='Van de eigen tekst waar het over gaat.', null=True)),
                ('eigen', models.TextField(blank=True, help_text='De eigen tekst toen het voorstel gemaakt werd.')),
                ('besluit', models.CharField(choices=[('volgen', 'Volg de regio'), ('houden', 'Houd mijn tekst'), ('combineren', 'Combineer'), ('later', 'Later')], help_text='Wat het voorstel doet: volgen of combineren.', max_length=20)),
                ('tekst', models.TextField(help_text='Wat er dan staat.')),
                ('gemaakt_op', models.DateTimeField(default=django.utils.timezone.now)),
                ('besloten', models.CharField(blank=True, choices=[('volgen', 'Volg de regio'), ('houden', 'Houd mijn tekst'), ('combineren', 'Combineer'), ('later', 'Later')], help_text='Leeg zolang niemand besliste.', max_length=20)),
                ('besloten_op', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'spoedvoorstel',
                'verbose_name_plural': 'spoedvoorstellen',
                'ordering': ['gemaakt_op', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Toewijzing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wanneer', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'toewijzing',
                'verbose_name_plural': 'toewijzingen',
            },
        ),
        migrations.CreateModel(
            name='Vervanging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('van', models.DateField(verbose_name='van')),
                ('tot', models.DateField(verbose_name='tot en met')),
            ],
            options={
                'verbose_name': 'vervanging',
                'verbose_name_plural': 'vervangingen',
                'ordering': ['-tot', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='gemeente',
            name='centrum_beslist',
            field=models.BooleanField(default=False, help_text='Het centrum mag ook beslissen over een voorstel dat na een spoedwijziging voor deze gemeente klaarstaat. Spreek dit af met de gemeente.', verbose_name='het centrum beslist na spoed'),
        ),
        migrations.AddField(
            model_name='gemeente',
            name='twee_paar_ogen',
            field=models.BooleanField(default=False, help_text='Wie een tekst van deze gemeente schreef, publiceert hem niet zelf: een collega keurt hem goed.', verbose_name='twee paar ogen'),
        ),
        migrations.AddField(
            model_name='regio',
            name='twee_paar_ogen',
            field=models.BooleanField(default=False, help_text='Wie een tekst van de regio schreef, publiceert hem niet zelf: een collega keurt hem goed.', verbose_name='twee paar ogen'),
        ),
        migrations.AddIndex(
            model_name='tekstversie',
            index=models.Index(condition=models.Q(('klasse', 'spoed')), fields=['nakijken_voor'], name='tekstversie_spoed'),
        ),
        migrations.AddField(
            model_name='spoedpublicatie',
            name='door',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='spoedpublicaties', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='spoedpublicatie',
            name='gecontroleerd_door',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='spoedpublicatie',
            name='product',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spoedpublicaties', to='redactie.product'),
        ),
        migrations.AddField(
            model_name='spoedpublicatie',
            name='revisie',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision'),
        ),
        migrations.AddField(
            model_name='spoedvoorstel',
            name='bedenktijd',
            field=models.ForeignKey(blank=True, help_text='Waarmee het besluit een dag lang terug te draaien is.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='redactie.bedenktijd'),
        ),
        migrations.AddField(
            model_name='spoedvoorstel',
            name='tekstversie',
            field=models.ForeignKey(help_text='De nieuwe tekst van de regio.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to='redactie.tekstversie'),
        ),
        migrations.AddField(
            model_name='spoedvoorstel',
            name='versie',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spoedvoorstellen', to='redactie.lokaleversie'),
        ),
        migrations.AddField(
            model_name='spoedvoorstel',
            name='wie',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='toewijzing',
            name='aan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='toewijzingen', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='toewijzing',
            name='door',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='toewijzing',
            name='werkstroom',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='toewijzing', to='wagtailcore.workflowstate'),
        ),
        migrations.AddField(
            model_name='vervanging',
            name='afwezig',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vervangingen', to=settings.AUTH_USER_MODEL, verbose_name='afwezig'),
        ),
        migrations.AddField(
            model_name='vervanging',
            name='vervanger',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vervangt', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='spoedvoorstel',
            constraint=models.UniqueConstraint(fields=('versie', 'veld', 'tekstversie'), name='spoedvoorstel_uniek_per_tekst'),
        ),
        migrations.AddConstraint(
            model_name='vervanging',
            constraint=models.CheckConstraint(condition=models.Q(('tot__gte', models.F('van'))), name='vervanging_dagen_op_volgorde', violation_error_message='De laatste dag ligt vóór de eerste.'),
        ),
        migrations.AddConstraint(
            model_name='vervanging',
            constraint=models.CheckConstraint(condition=models.Q(('afwezig', models.F('vervanger')), _negated=True), name='vervanging_niet_door_zichzelf', violation_error_message='Iemand kan zichzelf niet vervangen.'),
        ),
    ]
