from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("production", "0004_print_fault_facts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="chartcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["printed", "lost"]),
                    models.Q(("returned_on__isnull", False), ("state", "returned")),
                    models.Q(
                        ("issued_on__isnull", False),
                        ("returned_on__isnull", True),
                        ("state", "issued"),
                        models.Q(("issued_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="chart_copy_where_its_state_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="printjob",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["queued", "running"]),
                    models.Q(("pdf__isnull", False), ("state", "done")),
                    models.Q(("state", "failed"), models.Q(("fault", ""), _negated=True)),
                    _connector="OR",
                ),
                name="print_job_ended_with_reason",
            ),
        ),
    ]
