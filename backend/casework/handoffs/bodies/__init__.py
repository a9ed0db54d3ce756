"""What the API takes for handoffs. Lengths are those of the columns."""
