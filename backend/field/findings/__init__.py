"""发现与处置 of a patrol."""
