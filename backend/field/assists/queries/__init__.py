"""Reading calls for help, always from what a person may see."""
