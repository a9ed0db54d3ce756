"""在岗: who really came to the post and went, spot checks, what one shift hands over to the next."""
