"""Reading incidents, always from what a person may see."""
