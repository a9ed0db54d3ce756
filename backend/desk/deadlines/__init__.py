"""时限: every limit a person has to do with, sorted by what is due."""
