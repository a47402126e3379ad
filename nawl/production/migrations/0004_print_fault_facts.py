from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("production", "0003_print_copies"),
    ]

    operations = [
        migrations.AddField(
            model_name="printjob",
            name="fault_facts",
            field=models.JSONField(default=dict, verbose_name="facts of the failure"),
        ),
    ]
