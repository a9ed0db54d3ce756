"""代录: who may say what for whom, and how it reads."""

import pytest

from backend.casework.on_behalf import in_whose_name, told_on_behalf
from backend.foundation.refusals import Refusal


def test_the_told_body_speaks_for_itself_and_nobody_else_without_saying_so() -> None:
    in_whose_name(own=True, on_behalf=False)
    in_whose_name(own=False, on_behalf=True)
    with pytest.raises(Refusal, match="on_behalf_of_oneself"):
        in_whose_name(own=True, on_behalf=True)
    with pytest.raises(Refusal, match="on_behalf_needed"):
        in_whose_name(own=False, on_behalf=False)


def test_what_was_recorded_so_says_who_spoke_and_how() -> None:
    said = {"speaker": "张工", "speaker_position": "值班室", "channel": "phone", "words": "马上派人"}
    assert told_on_behalf("签收", said) == "签收"
    assert (
        told_on_behalf("签收", {**said, "on_behalf": True}) == "签收（代录：张工（值班室）电话：“马上派人”）"
    )
