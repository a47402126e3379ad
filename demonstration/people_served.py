"""Which cells occur how often: by kind of service, women above all, and by age."""

from __future__ import annotations

from collections.abc import Iterable

from demonstration.figures import Cell
from nawl.activities.models import Service

WOMEN = {"health": 0.62, "education": 0.51, "training": 0.86, "production": 0.88, "social": 0.66, "recreation": 0.54}
AGES = {"00-04": 16.0, "05-17": 24.0, "18-29": 22.0, "30-59": 31.0, "60+": 7.0}
SERVICES = {
    "medical-checkup": 6.0,
    "pregnancy-care": 1.2,
    "vaccination": 1.6,
    "health-awareness": 2.2,
    "workshop-work": 3.0,
    "product-guidance": 1.0,
    "social-support": 3.0,
    "legal-advice": 0.6,
}
RETURNING = {"health": 0.9, "education": 6.0, "training": 5.0, "production": 5.5, "social": 1.1, "recreation": 1.6}


def cells(services: Iterable[Service]) -> list[Cell]:
    """Return the possible cells of these services with their weights."""
    return [
        Cell(service.code, sex, band, _weight(service, sex, band))
        for service in services
        for sex in service.sexes
        for band in service.age_bands
    ]


def _weight(service: Service, sex: str, band: str) -> float:
    women = 1.0 if service.sexes == ["f"] else WOMEN[service.area]
    by_sex = women if sex == "f" else 1 - women
    by_age = AGES[band] / sum(AGES[one] for one in service.age_bands)
    return SERVICES.get(service.code, 1.0) * by_sex * by_age
