"""The invented lists of matters: real statutes, invented grants."""
