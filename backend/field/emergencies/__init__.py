"""突发事件处置 (M17): while something goes on, one record with the log, who was called in, what was asked of whom, what belongs to it."""
