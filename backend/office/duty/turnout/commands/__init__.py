"""签到、签退, codes of places, spot checks, hand-over notes."""
