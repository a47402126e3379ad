import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import nawl.kit.identifiers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RegisterFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tallies", "services by day"),
                            ("facilities", "centres and units"),
                            ("activities", "activities"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("file_name", models.CharField(max_length=160, verbose_name="file name")),
                ("sha256", models.CharField(db_index=True, max_length=64, verbose_name="fingerprint")),
                ("size", models.PositiveIntegerField(verbose_name="size in bytes")),
                ("content", models.BinaryField(verbose_name="the file itself")),
                (
                    "place_path",
                    models.CharField(blank=True, db_index=True, max_length=120, verbose_name="path of its place"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checked", "checked, waits to be recorded"),
                            ("recorded", "recorded"),
                            ("refused", "has faults"),
                            ("replaced", "replaced by another"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("row_count", models.PositiveIntegerField(default=0, verbose_name="lines read")),
                ("fault_count", models.PositiveIntegerField(default=0, verbose_name="faults")),
                ("new_count", models.PositiveIntegerField(default=0, verbose_name="new")),
                ("changed_count", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("unchanged_count", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("faults", models.JSONField(blank=True, default=list, verbose_name="faults found")),
                ("preview", models.JSONField(blank=True, default=dict, verbose_name="what it changes")),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="received at")),
                ("recorded_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded at")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registers",
                        to="places.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registers",
                        to="places.facility",
                        verbose_name="facility",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="received from",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="collection.registerfile",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "verbose_name": "received register",
                "verbose_name_plural": "received registers",
                "ordering": ["-received_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "recorded"), _negated=True),
                            models.Q(("recorded_at__isnull", False), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="register_recorded_by_somebody",
                    )
                ],
            },
        ),
    ]
