"""What can be done with a task."""
