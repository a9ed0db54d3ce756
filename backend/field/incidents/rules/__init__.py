"""What holds for incidents and their reports. Pure."""
