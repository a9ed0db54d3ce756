"""A handoff as the wire and the pages show it, to each side its own fields."""
