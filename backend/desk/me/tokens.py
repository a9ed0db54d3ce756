"""我的令牌: what scripts use in the person's name; each can be taken back."""

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation import live
from backend.foundation.now import now
from backend.foundation.people.tokens import end_token, tokens_of
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/me/tokens", guards=[requires("self.use")])
async def show_tokens(request: SignedRequest) -> Template:
    """The tokens in use; what a token is can only be seen when it is made."""
    return page(request, "me/tokens.html", current="me", tokens=await tokens_of(request.user.id))


@post("/me/tokens/{token:str}/withdrawal", guards=[requires("self.use")])
async def withdraw_token(request: SignedRequest, token: FromPath[str]) -> Redirect:
    """Take one of the person's own tokens back; scripts that use it are refused from now on."""
    if not await end_token(request.user.id, token, now()):
        raise Refusal("not_found")
    live.end(credential=token)
    return Redirect("/me/tokens", status_code=303)


ROUTES = [show_tokens, withdraw_token]
