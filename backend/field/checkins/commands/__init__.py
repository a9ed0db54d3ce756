"""What can be done with the timer of a visit."""
