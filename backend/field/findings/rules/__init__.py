"""What a finding may say and what follows from it. Pure."""
