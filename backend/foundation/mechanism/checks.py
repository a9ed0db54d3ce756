"""What must hold between the parts of a profile, beyond the type of each."""

from dataclasses import fields
from typing import Final

from backend.foundation.datafiles import TOP, Fault, Place
from backend.foundation.mechanism.capabilities import CAPABILITIES
from backend.foundation.mechanism.catalogue import ANSWERED_CADENCES, CADENCES, DUTIES, LIMITS
from backend.foundation.mechanism.figures import says_amount, says_period
from backend.foundation.mechanism.instrument import Provision
from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.profile import Instrument, Law, Profile
from backend.foundation.mechanism.words import UNIT_WORDS
from backend.foundation.workdays.terms import Unit

_MOST: Final = 366  # no limit of these texts is longer than a year; a larger figure is a slip of the finger


def check_law(law: Law) -> None:
    """Raise the first Fault of the national rules."""
    _check_instrument(law)


def check_profile(profile: Profile) -> None:
    """Raise the first Fault of a place's rules."""
    _check_instrument(profile)
    _check_words(profile)
    for rule in LIMITS:
        if rule not in profile.limits:
            raise Fault(TOP, f'缺少期限 [limits."{rule}"]；文本未规定的写 basis = "none"')
    for cadence in profile.cadences.values():
        _check_cadence(cadence, ("cadences", cadence.id))
    for rule in ANSWERED_CADENCES:
        if not profile.series(rule):
            raise Fault(TOP, f'缺少周期“{rule}”；文本未规定的写 basis = "none"')
    _check_complaints(profile)
    if not 1 <= profile.stationed.least <= profile.stationed.most <= _MOST:
        raise Fault(("stationed", "most"), f"应有 1 ≤ least ≤ most ≤ {_MOST}")
    if profile.stop.words not in profile.stop.quote:
        raise Fault(("stop", "words"), f"引文中没有“{profile.stop.words}”")


def _check_instrument(instrument: Instrument) -> None:
    _check_clauses(instrument)
    for place, provision in instrument.provisions():
        _check_origin(instrument, provision, place)
    for duty in instrument.duties:
        if duty not in DUTIES:
            raise Fault(("duties", duty), f"没有“{duty}”这项要求")
    for limit in instrument.limits.values():
        _check_limit(limit, ("limits", limit.rule))
        _check_extension(instrument, limit, ("limits", limit.rule))
    ladder = instrument.ladder
    if (ladder.basis == "none") == bool(ladder.steps):
        raise Fault(("ladder",), "争议协调：有依据就要写出 steps，无依据就不能写")


def _check_clauses(instrument: Instrument) -> None:
    for clause in instrument.clauses.values():
        place = ("clauses", clause.id)
        if not any(clause.id.startswith(document) for document in instrument.documents):
            raise Fault(place, f"条款“{clause.id}”不属于 documents 中的任何文件")
        if not clause.text and not clause.heading:
            raise Fault(place, f"条款“{clause.id}”没有原文")
        for capability in clause.capabilities:
            if capability not in CAPABILITIES:
                raise Fault((*place, "capabilities"), f"没有“{capability}”这项职能")


def _check_origin(instrument: Instrument, provision: Provision, place: Place) -> None:
    """A clause that is named must exist and contain the quotation; what the text says must be quoted."""
    if provision.stated and not (provision.clause and provision.quote):
        raise Fault(place, "出自文本的规定须写明条款 clause 和引文 quote")
    if not provision.clause:
        if provision.quote:
            raise Fault((*place, "quote"), "有引文而没有条款 clause")
        return
    if provision.clause not in instrument.clauses:
        raise Fault((*place, "clause"), f"条款“{provision.clause}”不存在")
    clause = instrument.clauses[provision.clause]
    if not provision.quote:
        raise Fault(place, "写了条款 clause 就要写引文 quote")
    if provision.quote not in clause.heading + clause.text:
        raise Fault((*place, "quote"), f"引文不是条款“{provision.clause}”的原文")


def _check_limit(limit: Limit, place: Place) -> None:
    if limit.unit is None:
        if limit.amount is not None:
            raise Fault((*place, "amount"), "有数字而没有单位 unit")
        if limit.basis in {"text", "local"}:
            raise Fault(place, '缺少 amount 和 unit；文本未规定数字的写 basis = "none" 或 "per_case"')
        return
    if limit.basis in {"none", "per_case"}:
        raise Fault((*place, "unit"), '文本没有给出数字，要用数字须写 basis = "local"（本地约定）')
    _check_amount(limit.amount, limit.unit, place)
    if limit.basis == "text" and not says_amount(limit.quote, limit.amount, limit.unit):
        figure = f"{limit.amount or ''}{UNIT_WORDS[limit.unit]}"
        raise Fault(
            (*place, "quote"), f'引文中没有“{figure}”；文本之外的数字须写 basis = "local"（本地约定）'
        )


def _check_amount(amount: int | None, unit: Unit, place: Place) -> None:
    if unit == "same_day":
        if amount is not None:
            raise Fault((*place, "amount"), "当日完成的期限不写 amount")
    elif amount is None:
        raise Fault(place, "有单位而没有数字 amount")
    elif not 1 <= amount <= _MOST:
        raise Fault((*place, "amount"), f"amount 应在1到{_MOST}之间")


def _check_extension(instrument: Instrument, limit: Limit, place: Place) -> None:
    """An extended limit is counted like the one it extends, and is longer."""
    base = instrument.limits.get(limit.rule.removesuffix(".extended"))
    if base is None or base is limit or limit.amount is None:
        return
    if limit.unit != base.unit:
        raise Fault((*place, "unit"), "延长后的期限与原期限单位不一致")
    if base.amount is None or limit.amount <= base.amount:
        raise Fault((*place, "amount"), "延长后的期限是自原起算点的总期限，应长于原期限")


def _check_cadence(cadence: Cadence, place: Place) -> None:
    if cadence.rule not in CADENCES:
        raise Fault((*place, "rule"), f"没有“{cadence.rule}”这项周期")
    if cadence.per is None:
        if cadence.basis in {"text", "local"}:
            raise Fault(place, '缺少 per；文本只说“定期”的写 basis = "per_case"')
    elif cadence.basis in {"none", "per_case"}:
        raise Fault((*place, "per"), '文本没有给出周期，要用周期须写 basis = "local"（本地约定）')
    elif cadence.basis == "text" and not says_period(cadence.quote, cadence.per):
        raise Fault((*place, "quote"), '引文没有说出这个周期；文本之外的周期须写 basis = "local"（本地约定）')


def _check_complaints(profile: Profile) -> None:
    rule, place = profile.complaints, ("complaints",)
    if rule.first_asked == "always" and (rule.transition_from or rule.transition_to):
        raise Fault(place, "首问责任始终适用的，不写过渡期")
    if rule.transition_from and rule.transition_to and rule.transition_to < rule.transition_from:
        raise Fault((*place, "transition_to"), "过渡期的止日早于起日")
    both = set(rule.channels) & set(rule.local_channels)
    if both:
        raise Fault((*place, "local_channels"), f"渠道“{min(both)}”已出自文本，不是本地补充")


def _check_words(profile: Profile) -> None:
    for field in fields(profile.wording):
        if not getattr(profile.wording, field.name).strip():
            raise Fault(("wording", field.name), f"用语“{field.name}”不能为空")
    for name in ("name", "region", "region_name"):
        if not getattr(profile, name).strip():
            raise Fault((name,), f"“{name}”不能为空")
