"""Reading who came and went, always from what a person may see."""
