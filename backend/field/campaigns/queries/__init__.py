"""Reading campaigns, always from what a person may see."""
