"""What can be done with an emergency."""
