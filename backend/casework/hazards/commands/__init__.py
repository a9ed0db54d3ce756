"""What can be done with a notification, one file per noun or side."""
