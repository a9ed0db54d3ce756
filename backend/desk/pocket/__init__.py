"""随身本: what a phone keeps so that its officer can work where there is no network."""
