"""Places (الأماكن): areas, facilities (مركز أو وحدة), workshops (مشغل إنتاجي), postings; stands on accounts."""
