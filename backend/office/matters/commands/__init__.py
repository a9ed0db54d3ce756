"""What can be done with the list, one file per noun."""
