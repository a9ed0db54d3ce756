"""What holds for timers of risky visits. Pure."""
