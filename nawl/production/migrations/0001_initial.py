import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import nawl.kit.identifiers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0002_role_designer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChartVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("width_cm", models.DecimalField(decimal_places=1, max_digits=6, verbose_name="width in cm")),
                ("length_cm", models.DecimalField(decimal_places=1, max_digits=6, verbose_name="length in cm")),
                (
                    "symmetry",
                    models.CharField(
                        choices=[
                            ("none", "none"),
                            ("left_right", "left and right alike"),
                            ("top_bottom", "top and bottom alike"),
                            ("quarter", "four quarters alike"),
                            ("point", "turned about the middle"),
                        ],
                        default="none",
                        max_length=10,
                        verbose_name="symmetry",
                    ),
                ),
                (
                    "border_cm",
                    models.DecimalField(decimal_places=1, default=0, max_digits=5, verbose_name="border in cm"),
                ),
                ("colours", models.PositiveSmallIntegerField(default=16, verbose_name="most colours")),
                ("wide", models.PositiveIntegerField(verbose_name="knots along the width")),
                ("high", models.PositiveIntegerField(verbose_name="rows")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("review", "in review"),
                            ("locked", "locked"),
                            ("superseded", "superseded"),
                            ("retired", "retired"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("counts", models.JSONField(default=list, verbose_name="knots of each colour")),
                ("unset", models.PositiveIntegerField(verbose_name="knots without a colour")),
                ("reckoning", models.JSONField(blank=True, null=True, verbose_name="reckoning")),
                ("likeness", models.BinaryField(blank=True, null=True, verbose_name="likeness")),
                ("revision", models.PositiveIntegerField(default=0, verbose_name="revision")),
                (
                    "beginning",
                    models.CharField(
                        choices=[
                            ("empty", "from an empty sheet"),
                            ("picture", "from a picture"),
                            ("composed", "composed"),
                            ("copied", "from an earlier version"),
                        ],
                        max_length=8,
                        verbose_name="begun",
                    ),
                ),
                ("recipe", models.JSONField(blank=True, null=True, verbose_name="recipe")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("begun_on", models.DateField(verbose_name="begun on")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent to review on")),
                ("locked_on", models.DateField(blank=True, null=True, verbose_name="locked on")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                ("drawn_at", models.DateTimeField(verbose_name="last drawn at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="production.chartversion",
                        verbose_name="begun from",
                    ),
                ),
            ],
            options={
                "verbose_name": "chart version",
                "verbose_name_plural": "chart versions",
                "ordering": ["design", "-number"],
            },
        ),
        migrations.CreateModel(
            name="ChartFile",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
                ("image", models.BinaryField(verbose_name="indexed picture, a knot a pixel")),
                ("beside", models.BinaryField(verbose_name="what stands beside it")),
                ("picture", models.BinaryField(verbose_name="small picture")),
            ],
            options={
                "verbose_name": "chart file",
                "verbose_name_plural": "chart files",
            },
        ),
        migrations.CreateModel(
            name="Design",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("serial", models.CharField(max_length=24, unique=True, verbose_name="serial")),
                ("title_ar", models.CharField(max_length=160, verbose_name="Arabic title")),
                ("title_en", models.CharField(blank=True, max_length=160, verbose_name="English title")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("traditional", "traditional"),
                            ("new", "new, made for the market"),
                            ("competition", "from a competition"),
                        ],
                        max_length=12,
                        verbose_name="origin",
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=160, verbose_name="drawn by")),
                ("rights", models.CharField(blank=True, max_length=240, verbose_name="rights")),
                ("has_consent", models.BooleanField(default=False, verbose_name="the author agrees to its use")),
                ("market_note", models.TextField(blank=True, max_length=1000, verbose_name="market note")),
                ("search_key", models.CharField(db_index=True, max_length=700, verbose_name="normalised title")),
                ("begun_on", models.DateField(verbose_name="begun on")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="designs",
                        to="places.facility",
                        verbose_name="facility",
                    ),
                ),
                (
                    "leaning",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.area",
                        verbose_name="governorate whose manner it follows",
                    ),
                ),
            ],
            options={
                "verbose_name": "design",
                "verbose_name_plural": "designs",
                "ordering": ["-serial"],
            },
        ),
        migrations.AddField(
            model_name="chartversion",
            name="design",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="production.design",
                verbose_name="design",
            ),
        ),
        migrations.CreateModel(
            name="DesignPicture",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("image", models.BinaryField(verbose_name="picture")),
                ("media_type", models.CharField(max_length=20, verbose_name="media type")),
                ("wide", models.PositiveIntegerField(verbose_name="pixels wide")),
                ("high", models.PositiveIntegerField(verbose_name="pixels high")),
                ("options", models.JSONField(default=dict, verbose_name="how it was read")),
                ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought by",
                    ),
                ),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pictures",
                        to="production.design",
                        verbose_name="design",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pictures",
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
            ],
            options={
                "verbose_name": "design picture",
                "verbose_name_plural": "design pictures",
                "ordering": ["-recorded_at"],
            },
        ),
        migrations.CreateModel(
            name="PrintJob",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("options", models.JSONField(default=dict, verbose_name="what was asked")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("running", "being printed"),
                            ("done", "ready"),
                            ("failed", "failed"),
                        ],
                        default="queued",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("pages_done", models.PositiveIntegerField(default=0, verbose_name="pages ready")),
                ("pages_total", models.PositiveIntegerField(default=0, verbose_name="pages in all")),
                ("pdf", models.BinaryField(blank=True, null=True, verbose_name="pages")),
                ("fault", models.CharField(blank=True, max_length=400, verbose_name="why it failed")),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printings",
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
            ],
            options={
                "verbose_name": "chart printing",
                "verbose_name_plural": "chart printings",
                "ordering": ["-asked_at"],
            },
        ),
        migrations.CreateModel(
            name="QualityClass",
            fields=[
                ("name_ar", models.CharField(max_length=160, verbose_name="Arabic name")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="English name")),
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("data", models.JSONField(verbose_name="what it fixes")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
            ],
            options={
                "verbose_name": "quality class",
                "verbose_name_plural": "quality classes",
                "ordering": ["code", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("code", "version"), name="quality_class_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="quality_class_in_order",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="chartversion",
            name="quality",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="production.qualityclass",
                verbose_name="quality class",
            ),
        ),
        migrations.CreateModel(
            name="YarnColour",
            fields=[
                ("name_ar", models.CharField(max_length=160, verbose_name="Arabic name")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="English name")),
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="code")),
                ("red", models.PositiveSmallIntegerField(verbose_name="red")),
                ("green", models.PositiveSmallIntegerField(verbose_name="green")),
                ("blue", models.PositiveSmallIntegerField(verbose_name="blue")),
                ("lab", models.JSONField(blank=True, null=True, verbose_name="measured CIELAB")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="sign")),
                (
                    "dye",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("undyed", "undyed"),
                            ("natural", "natural dye"),
                            ("synthetic", "synthetic dye"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="dye",
                    ),
                ),
                (
                    "fast_light",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="fast to light, 1 to 8"),
                ),
                (
                    "fast_wash",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="fast to washing, 1 to 5"),
                ),
                (
                    "fast_rub",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="fast to rubbing, 1 to 5"),
                ),
                ("search_key", models.CharField(db_index=True, max_length=340, verbose_name="normalised name")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="yarn_colours",
                        to="places.facility",
                        verbose_name="unit whose own it is",
                    ),
                ),
            ],
            options={
                "verbose_name": "yarn colour",
                "verbose_name_plural": "yarn colours",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="YarnLot",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("batch", models.CharField(max_length=40, verbose_name="dye batch")),
                ("supplier", models.CharField(blank=True, max_length=160, verbose_name="supplier")),
                ("received_g", models.DecimalField(decimal_places=1, max_digits=12, verbose_name="grams received")),
                (
                    "price_kg",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=18, null=True, verbose_name="price of a kilogram"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("received_on", models.DateField(verbose_name="received on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("quarantine", "waiting for inspection"),
                            ("released", "released"),
                            ("rejected", "rejected"),
                            ("depleted", "used up"),
                        ],
                        default="released",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "colour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lots",
                        to="production.yarncolour",
                        verbose_name="yarn colour",
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="yarn_lots",
                        to="places.facility",
                        verbose_name="facility",
                    ),
                ),
            ],
            options={
                "verbose_name": "yarn lot",
                "verbose_name_plural": "yarn lots",
                "ordering": ["colour__code", "received_on", "batch"],
            },
        ),
        migrations.CreateModel(
            name="LotCount",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("grams", models.DecimalField(decimal_places=1, max_digits=12, verbose_name="grams")),
                ("counted_on", models.DateField(verbose_name="counted on")),
                ("note", models.CharField(blank=True, max_length=240, verbose_name="note")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted by",
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="production.yarnlot",
                        verbose_name="yarn lot",
                    ),
                ),
            ],
            options={
                "verbose_name": "lot count",
                "verbose_name_plural": "lot counts",
                "ordering": ["-counted_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ChartColour",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("index", models.PositiveSmallIntegerField(verbose_name="index")),
                ("knots", models.PositiveIntegerField(default=0, verbose_name="knots")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="palette",
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
                (
                    "colour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="production.yarncolour",
                        verbose_name="yarn colour",
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="production.yarnlot",
                        verbose_name="yarn lot",
                    ),
                ),
            ],
            options={
                "verbose_name": "chart colour",
                "verbose_name_plural": "chart colours",
                "ordering": ["version", "index"],
            },
        ),
        migrations.CreateModel(
            name="YarnType",
            fields=[
                ("name_ar", models.CharField(max_length=160, verbose_name="Arabic name")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="English name")),
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="code")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pile", "pile"),
                            ("warp", "warp"),
                            ("thick_weft", "thick weft"),
                            ("thin_weft", "thin weft"),
                            ("selvedge", "selvedge"),
                        ],
                        max_length=12,
                        verbose_name="use",
                    ),
                ),
                ("fibre_ar", models.CharField(blank=True, max_length=80, verbose_name="fibre, Arabic")),
                ("fibre_en", models.CharField(blank=True, max_length=80, verbose_name="fibre, English")),
                ("notation", models.CharField(blank=True, max_length=30, verbose_name="count as written")),
                ("tex", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="tex (g/km)")),
                ("hank_g", models.PositiveIntegerField(default=250, verbose_name="grams of a hank")),
            ],
            options={
                "verbose_name": "yarn type",
                "verbose_name_plural": "yarn types",
                "ordering": ["role", "code"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("tex__gt", 0)), name="yarn_type_has_thickness")
                ],
            },
        ),
        migrations.AddField(
            model_name="yarnlot",
            name="type",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lots",
                to="production.yarntype",
                verbose_name="yarn type",
            ),
        ),
        migrations.CreateModel(
            name="ChartCopy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("serial", models.CharField(max_length=24, unique=True, verbose_name="serial")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("printed", "printed"),
                            ("issued", "handed out"),
                            ("returned", "returned"),
                            ("lost", "lost"),
                        ],
                        default="printed",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("printed_on", models.DateField(verbose_name="printed on")),
                ("issued_to", models.CharField(blank=True, max_length=160, verbose_name="handed out to")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="handed out on")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="returned on")),
                ("note", models.CharField(blank=True, max_length=240, verbose_name="note")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="printed by",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
            ],
            options={
                "verbose_name": "chart copy",
                "verbose_name_plural": "chart copies",
                "ordering": ["-serial"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_on__isnull", True), ("issued_on__gte", models.F("printed_on")), _connector="OR"
                        ),
                        name="chart_copy_issued_after_printing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on__isnull", True), ("returned_on__gte", models.F("issued_on")), _connector="OR"
                        ),
                        name="chart_copy_returned_after_issue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftSave",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("revision", models.PositiveIntegerField(verbose_name="revision")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("saved_at", models.DateTimeField(verbose_name="saved at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saved by",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saves",
                        to="production.chartversion",
                        verbose_name="chart version",
                    ),
                ),
            ],
            options={
                "verbose_name": "draft save",
                "verbose_name_plural": "draft saves",
                "ordering": ["version", "revision"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "revision"), name="draft_save_revision_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnMotif",
            fields=[
                ("name_ar", models.CharField(max_length=160, verbose_name="Arabic name")),
                ("name_en", models.CharField(blank=True, max_length=160, verbose_name="English name")),
                (
                    "id",
                    models.UUIDField(
                        default=nawl.kit.identifiers.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="code")),
                ("origin_ar", models.TextField(max_length=1000, verbose_name="what is known of it, Arabic")),
                (
                    "origin_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="what is known of it, English"),
                ),
                ("rights", models.CharField(max_length=240, verbose_name="rights")),
                ("tags", models.JSONField(default=list, verbose_name="tags")),
                ("wide", models.PositiveSmallIntegerField(verbose_name="knots wide")),
                ("high", models.PositiveSmallIntegerField(verbose_name="knots high")),
                ("cells", models.BinaryField(verbose_name="parts of its knots, compressed")),
                (
                    "has_consent",
                    models.BooleanField(default=False, verbose_name="the owner agrees that the photograph is kept"),
                ),
                ("photograph", models.BinaryField(blank=True, null=True, verbose_name="photograph")),
                ("search_key", models.CharField(db_index=True, max_length=340, verbose_name="normalised name")),
                ("added_on", models.DateField(verbose_name="added on")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="motifs",
                        to="places.facility",
                        verbose_name="facility",
                    ),
                ),
            ],
            options={
                "verbose_name": "own motif",
                "verbose_name_plural": "own motifs",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("photograph__isnull", True), ("has_consent", True), _connector="OR"),
                        name="own_motif_photograph_by_consent",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="chartversion",
            constraint=models.UniqueConstraint(fields=("design", "number"), name="chart_version_once"),
        ),
        migrations.AddConstraint(
            model_name="chartversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("high__gt", 0), ("length_cm__gt", 0), ("wide__gt", 0), ("width_cm__gt", 0)),
                name="chart_version_has_size",
            ),
        ),
        migrations.AddConstraint(
            model_name="chartversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "unset__lte",
                        django.db.models.expressions.CombinedExpression(models.F("wide"), "*", models.F("high")),
                    )
                ),
                name="chart_version_unset_within",
            ),
        ),
        migrations.AddConstraint(
            model_name="chartversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("locked_by__isnull", True), ("locked_on__isnull", True), ("state__in", ["draft", "review"])
                    ),
                    models.Q(
                        ("locked_by__isnull", False),
                        ("locked_on__isnull", False),
                        ("state__in", ["locked", "superseded", "retired"]),
                        ("unset", 0),
                    ),
                    _connector="OR",
                ),
                name="chart_version_locked_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="yarncolour",
            constraint=models.CheckConstraint(
                condition=models.Q(("blue__lte", 255), ("green__lte", 255), ("red__lte", 255)),
                name="yarn_colour_within_srgb",
            ),
        ),
        migrations.AddConstraint(
            model_name="yarncolour",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fast_light__isnull", True), ("fast_light__range", (1, 8)), _connector="OR"),
                    models.Q(("fast_wash__isnull", True), ("fast_wash__range", (1, 5)), _connector="OR"),
                    models.Q(("fast_rub__isnull", True), ("fast_rub__range", (1, 5)), _connector="OR"),
                ),
                name="yarn_colour_fastness_graded",
            ),
        ),
        migrations.AddConstraint(
            model_name="lotcount",
            constraint=models.CheckConstraint(condition=models.Q(("grams__gte", 0)), name="lot_count_not_negative"),
        ),
        migrations.AddConstraint(
            model_name="chartcolour",
            constraint=models.UniqueConstraint(fields=("version", "index"), name="chart_colour_index_once"),
        ),
        migrations.AddConstraint(
            model_name="chartcolour",
            constraint=models.UniqueConstraint(fields=("version", "colour"), name="chart_colour_yarn_once"),
        ),
        migrations.AddConstraint(
            model_name="chartcolour",
            constraint=models.CheckConstraint(condition=models.Q(("index__lt", 250)), name="chart_colour_index_within"),
        ),
        migrations.AddConstraint(
            model_name="yarnlot",
            constraint=models.UniqueConstraint(fields=("facility", "colour", "type", "batch"), name="yarn_lot_once"),
        ),
        migrations.AddConstraint(
            model_name="yarnlot",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_g__gt", 0)), name="yarn_lot_weighs_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="yarnlot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("currency", ""), ("price_kg__isnull", True)),
                    models.Q(("price_kg__gte", 0), models.Q(("currency", ""), _negated=True)),
                    _connector="OR",
                ),
                name="yarn_lot_price_has_currency",
            ),
        ),
    ]
