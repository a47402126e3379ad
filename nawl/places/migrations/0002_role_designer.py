from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="posting",
            name="role",
            field=models.CharField(
                choices=[
                    ("centre_clerk", "Centre clerk"),
                    ("workshop_supervisor", "Workshop supervisor"),
                    ("designer", "Carpet designer"),
                    ("grants_officer", "Grants officer"),
                    ("finance_officer", "Finance officer"),
                    ("governorate_director", "Governorate director"),
                    ("programme_director", "Director of rural development"),
                    ("partner", "Partner organisation"),
                    ("union_office", "Union regional office"),
                    ("administrator", "System administrator"),
                ],
                max_length=24,
                verbose_name="role",
            ),
        ),
    ]
