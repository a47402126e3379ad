"""A unit names its own colours as it likes: a code stands once in a unit, and none of the programme's is taken."""

from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from nawl.kit.reserving import ReserveNames


def refuse_shared_codes(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say which codes stand in the way of going back, where each code has to be one colour's in the whole programme."""
    colours = apps.get_model("production", "YarnColour").objects.using(schema_editor.connection.alias)
    units: dict[str, list[str]] = {}
    for code, unit in colours.order_by("code", "facility__code").values_list("code", "facility__code"):
        units.setdefault(code, []).append(unit)
    shared = "; ".join(f"{code} ({', '.join(of)})" for code, of in units.items() if len(of) > 1)
    if shared:
        raise CommandError(
            "Before production 0008 a yarn code stood once in the whole programme; these stand in several units: "
            f"{shared}. As long as they do, there is no way back."
        )


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
        migrations.RunPython(migrations.RunPython.noop, refuse_shared_codes),
    ]
