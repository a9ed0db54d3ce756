"""队伍 (M20): who there is, who is away, whose 执法证 runs out; a page for each of them."""
