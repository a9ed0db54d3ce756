"""Reading tasks, always from what a person may see."""
