"""A unit names its own colours as it likes: a code stands once in a unit, and none of the programme's is taken."""

from django.db import migrations, models

from nawl.kit.reserving import ReserveNames


class Migration(migrations.Migration):
    dependencies = [("production", "0007_lots_of_locked_charts")]
    operations = [
        migrations.AlterField("yarncolour", "code", models.CharField(max_length=20, verbose_name="code")),
        migrations.AddConstraint(
            "yarncolour", models.UniqueConstraint(fields=("facility", "code"), name="yarn_colour_code_once_in_a_unit")
        ),
        migrations.AddConstraint(
            "yarncolour",
            models.UniqueConstraint(
                condition=models.Q(facility__isnull=True), fields=("code",), name="yarn_colour_code_once_of_programme"
            ),
        ),
        ReserveNames("production_yarncolour", "code", "facility_id"),
    ]
