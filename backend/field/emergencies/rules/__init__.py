"""What holds for emergencies. Pure."""
