"""Reports (التقارير): official documents, Arabic first, frozen when issued; a door, stands on indicators."""
