"""Work that one worker does at a time, however many there are."""
