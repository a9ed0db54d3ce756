"""What holds for a call for help, without database, clock or framework."""
