"""Reference data of the activities: services and activity types, each row with its names in Arabic and English."""
