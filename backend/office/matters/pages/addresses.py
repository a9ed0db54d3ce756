"""What stands in the addresses of these pages."""

from typing import Annotated

from litestar.params import QueryParameter

LONGEST_ASKED = 60
Words = Annotated[str, QueryParameter(max_length=LONGEST_ASKED)]
Code = Annotated[str, QueryParameter(max_length=32)]
PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=1000)]
VersionNumber = Annotated[int | None, QueryParameter(name="number", ge=1, le=2**31 - 1)]
