"""Which dye lot is meant for a colour can change when its chart is locked: a lot is stock, the drawing is not touched."""

from typing import Any

from django.db import migrations

from nawl.kit.freezing import FreezeRows

TABLE = "production_chartcolour"
OF_LOCKED = (
    "EXISTS (SELECT 1 FROM production_chartversion v WHERE v.id = {row}.version_id "
    "AND v.state IN ('locked', 'superseded', 'retired'))"
)
DRAWING = ("version_id", "index", "colour_id", "knots")


class FreezeDrawing(FreezeRows):
    """Freeze the drawing alone; taken back, the lot is frozen with it as before."""

    def database_backwards(self, *given: Any) -> None:
        """Set the triggers that stood before."""
        FreezeRows(TABLE, OF_LOCKED, (*DRAWING, "lot_id"), takes_more=False).database_forwards(*given)


class Migration(migrations.Migration):
    dependencies = [("production", "0006_beginning_from_a_chart_file")]
    operations = [FreezeDrawing(TABLE, OF_LOCKED, DRAWING, takes_more=False)]
