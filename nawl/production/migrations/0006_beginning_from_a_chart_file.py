from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("production", "0005_copy_and_print_states"),
    ]

    operations = [
        migrations.AlterField(
            model_name="chartversion",
            name="beginning",
            field=models.CharField(
                choices=[
                    ("empty", "from an empty sheet"),
                    ("picture", "from a picture"),
                    ("file", "from a chart file"),
                    ("composed", "composed"),
                    ("copied", "from an earlier version"),
                ],
                max_length=8,
                verbose_name="begun",
            ),
        ),
    ]
