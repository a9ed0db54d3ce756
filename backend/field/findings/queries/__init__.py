"""Reading findings: whoever may see the patrol sees them."""
