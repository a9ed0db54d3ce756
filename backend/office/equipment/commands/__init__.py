"""What can be done with a thing: one transaction and one event each."""
