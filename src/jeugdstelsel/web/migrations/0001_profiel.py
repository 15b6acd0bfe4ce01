"""Adds the organisation and the review of an account."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):  # type: ignore[misc]
    """The first."""

    initial = True
    dependencies = (migrations.swappable_dependency(settings.AUTH_USER_MODEL),)
    operations = (
        migrations.CreateModel(
            name="Profiel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(blank=True, default="", max_length=20)),
                ("code", models.CharField(blank=True, default="", max_length=20)),
                ("herzien_op", models.DateField()),
                ("herzien_door", models.CharField(max_length=150)),
                ("eenmalig_tot", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gebruiker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profiel",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    )
