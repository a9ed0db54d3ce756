"""Reading what is going on in a township."""
