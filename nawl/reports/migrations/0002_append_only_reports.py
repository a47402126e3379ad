"""Issued reports and their files can be added to and read, never changed."""

from django.db import migrations

from nawl.kit.database import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [AppendOnly("reports_report"), AppendOnly("reports_reportfile")]
