"""设置: the typed preferences of a township, changed by its administrator."""
