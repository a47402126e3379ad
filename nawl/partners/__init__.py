"""Partners (الجهات الشريكة): organisations and agreements (اتفاقية تعاون); stands on places."""
