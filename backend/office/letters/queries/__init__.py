"""Reading issued papers and what their bodies have set."""
