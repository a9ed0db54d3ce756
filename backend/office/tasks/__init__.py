"""派单: somebody is asked to do something by a moment, takes it, reports on it; whoever asked closes it."""
