"""What can be done with an incident, one file per noun or side."""
