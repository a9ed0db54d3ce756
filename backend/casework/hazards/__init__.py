"""重大隐患通报 (M09): another body's danger reaches that body at once, and its answer stays on record."""
