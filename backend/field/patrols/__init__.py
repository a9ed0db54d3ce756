"""联合巡查: plan, walk, find, file."""
