"""How a job can come to nothing; whatever it is, the next job runs as if it had not been."""


class PressError(Exception):
    """The press has no result for this job."""


class JobFailed(PressError):
    """The job itself gave up. `code` is the refusal's own code, or the name of the exception."""

    def __init__(self, job: str, code: str, words: str) -> None:
        super().__init__(f"{job}: {code}: {words}")
        self.job, self.code, self.words = job, code, words


class JobLost(PressError):
    """The process died over this job: a fault in a library, or memory ran out."""

    def __init__(self, job: str, exit_code: int | None) -> None:
        super().__init__(f"{job}: the press process ended with {exit_code}")
        self.job, self.exit_code = job, exit_code


class JobTimedOut(PressError):
    """The job took longer than it was given; its process was ended."""

    def __init__(self, job: str, seconds: float) -> None:
        super().__init__(f"{job}: not done after {seconds:g} s")
        self.job, self.seconds = job, seconds


class PressClosed(PressError):
    """The house is shutting down, or the press was never started."""
