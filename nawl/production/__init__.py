"""Production (الإنتاج): classes, yarns and lots, designs, their chart versions and copies; stands on the places and the weaving engine."""
