"""Cases the invented bodies handed to each other during the weeks."""
