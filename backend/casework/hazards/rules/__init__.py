"""What holds of a notification whoever asks. Pure."""
