"""Places (الأماكن): areas, facilities (مركز أو وحدة), workshops (مشغل إنتاجي), postings and scope; stands on accounts."""
