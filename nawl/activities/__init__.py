"""Activities (الأنشطة): activities of facilities, their service days and tallies (خدمات مقدمة); stands on partners."""
