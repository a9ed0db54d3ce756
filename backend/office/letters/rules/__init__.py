"""Pure rules of issued papers."""
