"""Some weeks of invented patrols up to this moment: planned from three files, then lived through by the product's own commands."""
