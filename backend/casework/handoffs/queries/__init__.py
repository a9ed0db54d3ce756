"""Reading handoffs, always from the side the person stands on."""
