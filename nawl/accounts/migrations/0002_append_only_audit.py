"""The audit trail can be added to and read, never changed."""

from django.db import migrations

from nawl.kit.database import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [AppendOnly("accounts_auditentry"), AppendOnly("accounts_auditsubject")]
