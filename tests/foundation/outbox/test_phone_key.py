"""The key a phone seals with: one an officer, of this server alone."""

from uuid import UUID

from backend.foundation.outbox.phone_key import phone_key

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_it_is_the_same_at_each_sign_in_and_anothers_is_another() -> None:
    assert phone_key(ONE) == phone_key(ONE)
    assert phone_key(ONE) != phone_key(OTHER)
    assert len(phone_key(ONE)) == 32
