"""指挥: who is where, what is open, what goes on, what is late, on one page; and the last positions people share while on duty."""
