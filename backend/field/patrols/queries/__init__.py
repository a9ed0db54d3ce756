"""Reading patrols, always from what this person may see."""
