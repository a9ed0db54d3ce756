"""Reading timers, always from what a person may see."""
