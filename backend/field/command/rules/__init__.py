"""What holds for shared positions. Pure."""
