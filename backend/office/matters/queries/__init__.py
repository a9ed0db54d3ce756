"""Reading the list, from what a person may see."""
