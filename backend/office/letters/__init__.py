"""发文: issued papers on screen, sealed and scanned; how bodies number them, and how a township words them."""
