"""What a matter is, when a version may begin, and which matter a few words mean. Pure."""
