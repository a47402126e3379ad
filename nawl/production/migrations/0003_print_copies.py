import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("production", "0002_frozen_charts"),
    ]

    operations = [
        migrations.AddField(
            model_name="printjob",
            name="copy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="printings",
                to="production.chartcopy",
                verbose_name="chart copy",
            ),
        ),
        migrations.AddField(
            model_name="printjob",
            name="told_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="last heard of at"),
        ),
    ]
