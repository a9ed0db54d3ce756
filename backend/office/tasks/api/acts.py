"""What is done with a task: by whoever has it, by whoever gave it."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest
from backend.office.tasks import bodies
from backend.office.tasks.api.answering import PATH, TAGS, done
from backend.office.tasks.commands import acting, giving


@post(f"{PATH}/acceptance", guards=[requires("task.do")], tags=TAGS)
async def post_acceptance(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Act]
) -> Response[Any]:
    """接单."""
    return await done(request, task_id, acting.accept, data)


@post(f"{PATH}/progress", guards=[requires("task.do")], tags=TAGS)
async def post_progress(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Told]
) -> Response[Any]:
    """记进展; an Idempotency-Key is required."""
    return await done(request, task_id, acting.tell_progress, data)


@post(f"{PATH}/report", guards=[requires("task.do")], tags=TAGS)
async def post_report(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Told]
) -> Response[Any]:
    """报告: what was done; the limit is met by it."""
    return await done(request, task_id, acting.report, data)


@post(f"{PATH}/return", guards=[requires("task.do")], tags=TAGS)
async def post_return(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Reasoned]
) -> Response[Any]:
    """退回: why it cannot be done here."""
    return await done(request, task_id, acting.send_back, data)


@post(f"{PATH}/rework", guards=[requires("task.give")], tags=TAGS)
async def post_rework(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Rework]
) -> Response[Any]:
    """要求重办: what is missing, until when; an Idempotency-Key is required."""
    return await done(request, task_id, acting.ask_again, data)


@post(f"{PATH}/assignment", guards=[requires("task.give")], tags=TAGS)
async def post_assignment(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Assignment]
) -> Response[Any]:
    """改派: to whom now; an Idempotency-Key is required."""
    return await done(request, task_id, giving.assign, data)


@post(f"{PATH}/reminders", guards=[requires("task.give")], tags=TAGS)
async def post_reminders(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Act]
) -> Response[Any]:
    """催办; an Idempotency-Key is required."""
    return await done(request, task_id, acting.remind, data)


@post(f"{PATH}/closure", guards=[requires("task.give")], tags=TAGS)
async def post_closure(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Act]
) -> Response[Any]:
    """办结."""
    return await done(request, task_id, acting.close, data)


@post(f"{PATH}/withdrawal", guards=[requires("task.give")], tags=TAGS)
async def post_withdrawal(
    request: SignedRequest, task_id: FromPath[UUID], data: JSONBody[bodies.Reasoned]
) -> Response[Any]:
    """撤回: why it need not be done any more."""
    return await done(request, task_id, acting.withdraw, data)


ROUTES = [
    post_acceptance,
    post_progress,
    post_report,
    post_return,
    post_rework,
    post_assignment,
    post_reminders,
    post_closure,
    post_withdrawal,
]
