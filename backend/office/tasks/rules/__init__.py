"""What holds for tasks. Pure."""
