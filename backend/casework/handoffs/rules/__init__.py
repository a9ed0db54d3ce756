"""What may happen to a handoff, and what the place's text asks before it does. Pure."""
