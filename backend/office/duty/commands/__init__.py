"""What can be done with posts, rosters, shifts and swaps; 上岗、下岗."""
