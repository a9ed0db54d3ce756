"""What can be done to a campaign, one transaction each."""
