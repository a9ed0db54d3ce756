"""Counties, townships, units, officers and what they may do."""
