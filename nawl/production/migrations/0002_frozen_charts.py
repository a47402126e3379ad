"""What is locked, published or weighed can be added to and read, never changed: the database itself refuses."""

from django.db import migrations

from nawl.kit.database import AppendOnly
from nawl.kit.freezing import FreezeRows

LOCKED = "{row}.state IN ('locked', 'superseded', 'retired')"
OF_LOCKED = (
    "EXISTS (SELECT 1 FROM production_chartversion v WHERE v.id = {row}.version_id "
    "AND v.state IN ('locked', 'superseded', 'retired'))"
)
CHART = (
    "design_id",
    "number",
    "parent_id",
    "quality_id",
    "width_cm",
    "length_cm",
    "symmetry",
    "border_cm",
    "colours",
    "wide",
    "high",
    "fingerprint",
    "counts",
    "unset",
    "reckoning",
    "likeness",
    "revision",
    "beginning",
    "recipe",
    "locked_on",
    "locked_by_id",
)


class Migration(migrations.Migration):
    dependencies = [("production", "0001_initial")]
    operations = [
        FreezeRows("production_chartversion", LOCKED, CHART),
        FreezeRows("production_chartfile", OF_LOCKED, ("version_id", "image", "beside", "picture"), takes_more=False),
        FreezeRows(
            "production_chartcolour",
            OF_LOCKED,
            ("version_id", "index", "colour_id", "lot_id", "knots"),
            takes_more=False,
        ),
        FreezeRows("production_qualityclass", "1 = 1", ("code", "version", "data", "valid_from", "name_ar", "name_en")),
        AppendOnly("production_lotcount"),
        AppendOnly("production_draftsave"),
    ]
