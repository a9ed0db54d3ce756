"""Reading people: always from what this person may see."""
