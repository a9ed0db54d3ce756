"""Key places and the sketch of the township."""
