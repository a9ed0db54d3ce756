"""What a thing is, whose hands it may go into, when it is late. Pure."""
