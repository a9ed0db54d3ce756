"""Reading emergencies, always from what a person may see."""
