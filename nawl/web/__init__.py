"""Web (الصفحات): pages that span domains: today, the programme, one facility, search; a door."""
