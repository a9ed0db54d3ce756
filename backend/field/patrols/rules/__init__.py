"""What a patrol may be, become and need. Pure: the moment and the township's settings are given."""
