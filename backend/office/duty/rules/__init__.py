"""排班 as rules. Pure: the calendar, the people and the moment are given."""
