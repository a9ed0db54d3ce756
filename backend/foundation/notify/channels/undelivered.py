"""Why a message was not taken."""


class Undelivered(Exception):
    """`words` are for the dispatcher. `for_good`: no further try will help; `gone`: nor will any other message there."""

    def __init__(self, words: str, *, for_good: bool = False, gone: bool = False) -> None:
        super().__init__(words)
        self.words = words
        self.for_good = for_good or gone
        self.gone = gone
