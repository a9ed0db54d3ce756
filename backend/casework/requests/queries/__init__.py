"""Reading requests, always from what a person may see."""
