"""Reading rosters, and who is on duty."""
