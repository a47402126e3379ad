"""Field patterns (حشوات الأرضية): each paints what is free of a field's ground; `PATTERNS` names them."""
