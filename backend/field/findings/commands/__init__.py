"""What can be done with a finding, one file per noun."""
