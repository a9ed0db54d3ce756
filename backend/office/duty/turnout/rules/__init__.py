"""到岗 as rules. Pure: shift, place, marks, settings and the moment are given."""
