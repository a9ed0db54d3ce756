"""What can be done with a request, one file per noun or side."""
