"""历法: the working-day calendars of a county: years loaded from notices, local days laid over them."""
