"""Reading absences: one's own, those of the people one looks after; and who is away, without the reasons being anybody's."""
