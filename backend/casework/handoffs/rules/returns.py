"""A return says why, and whom it believes competent. Pure."""

from backend.foundation.refusals import Refusal


def names_reason(reason: str) -> None:
    """Refuse `reason_needed`."""
    if not reason.strip():
        raise Refusal("reason_needed", "退回要写明理由", fields={"reason": "写明理由"})


def names_competent(body: str, addressee: str) -> None:
    """Refuse `competent_body_needed` where no other body is named."""
    if not body.strip():
        raise Refusal("competent_body_needed", fields={"competent_unit": "写明应由哪个单位管"})
    if body.strip() == addressee:
        raise Refusal(
            "competent_body_needed", "认为归本单位管，就应当受理", fields={"competent_unit": "换成别的单位"}
        )
