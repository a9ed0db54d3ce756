"""What holds of a request whoever asks. Pure."""
