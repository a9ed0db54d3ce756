"""我的: who I am here, how it looks, where I am signed in."""
