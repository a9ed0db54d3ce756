"""What an address outside the house may look like. Only these kinds exist: a relay nobody vetted would see who is told
when (apprise knows 173 services, and calls one of them wecom:// that is a third party's). Pure."""

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from backend.foundation.refusals import Refusal

KINDS = {
    "wecom": "企业微信群机器人",
    "dingtalk": "钉钉群机器人",
    "feishu": "飞书群机器人",
    "email": "电子邮箱",
    "sms": "手机短信",
    "phone": "电话名单",
    "push": "本机通知",
}
GROUPS = ("wecom", "dingtalk", "feishu", "email")
PERSONAL = ("email", "sms")

_WECOM_KEY = re.compile(r"[0-9A-Za-z-]{8,64}")
_TOKEN = re.compile(r"[0-9A-Za-z-]{8,128}")
_SECRET = re.compile(r"SEC[0-9A-Za-z]{8,128}")
_EMAIL = re.compile(r"[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")

# Libraries do not agree where the host of `https://inside\@outside/` ends: only what they all read alike is taken.
_ENDPOINT = re.compile(r"https?://[0-9A-Za-z.-]+(:[0-9]{1,5})?(/[!-\[\]-~]*)?")
_LONGEST_ENDPOINT = 2_000
_AUTH_BYTES = 16

# Services of the browsers' makers; a browser cannot be told another.
PUSH_HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".notify.windows.com",
    ".push.apple.com",
)


def address_of(kind: str, typed: str, secret: str = "") -> str:
    """What is kept of what was typed or pasted; refuses `address_wrong` with what is expected."""
    reading = _READERS.get(kind)
    if reading is None:
        raise Refusal("address_wrong", f"没有“{kind}”这种渠道")
    return reading(typed.strip(), secret.strip())


def push_endpoint(endpoint: str, also: tuple[str, ...] = ()) -> str:
    """The address a browser named, if it is of a push service; `also`: hosts the deployment adds. Refuses `address_wrong`."""
    if len(endpoint) > _LONGEST_ENDPOINT or not _ENDPOINT.fullmatch(endpoint):
        raise Refusal("address_wrong", "浏览器给出的通知地址无法识别")
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal("address_wrong", "浏览器给出的通知地址无法识别") from None
    known = any(host == name or (name.startswith(".") and host.endswith(name)) for name in PUSH_HOSTS)
    if not (host in also or (known and parts.scheme == "https" and port in (None, 443))):
        raise Refusal("address_wrong", "浏览器给出的通知地址不属于认可的推送服务")
    return endpoint


def push_keys(point: str, secret: str) -> None:
    """What only that browser reads with: a point on P-256 and 16 octets, base64url (RFC 8291). Refuses `address_wrong`."""
    try:
        given, auth = (
            urlsafe_b64decode(f"{text}{'=' * (-len(text) % 4)}".encode("ascii")) for text in (point, secret)
        )
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), given)
    except ValueError:
        raise Refusal("address_wrong", "浏览器给出的通知密钥无法识别") from None
    if len(auth) != _AUTH_BYTES:
        raise Refusal("address_wrong", "浏览器给出的通知密钥无法识别")


def masked(kind: str, address: str) -> str:
    """As others may see it: enough to know it again, not enough to use it."""
    if kind == "email":
        name, _, host = address.partition("@")
        return f"{name[:2]}***@{host}"
    if kind in ("sms", "phone"):
        return f"{address[:3]}****{address[-4:]}"
    return f"…{address.partition('?')[0][-4:]}" if kind in GROUPS else ""


def _wecom(typed: str, _secret: str) -> str:
    return f"wecombot://{_part(typed, 'key', _WECOM_KEY, '群机器人地址里 key= 后面的一串')}"


def _dingtalk(typed: str, secret: str) -> str:
    token = _part(typed, "access_token", _TOKEN, "群机器人地址里 access_token= 后面的一串")
    if not secret:
        return f"dingtalk://{token}"
    if not _SECRET.fullmatch(secret):
        raise Refusal("address_wrong", "加签密钥以 SEC 开头")
    return f"dingtalk://{quote(secret)}@{token}"


def _feishu(typed: str, _secret: str) -> str:
    token = typed.rstrip("/").rpartition("/")[2]
    if not _TOKEN.fullmatch(token):
        raise Refusal("address_wrong", "填群机器人的地址，或地址最后一段")
    return f"feishu://{token}"


def _email(typed: str, _secret: str) -> str:
    if len(typed) > 120 or not _EMAIL.fullmatch(typed):  # noqa: PLR2004
        raise Refusal("address_wrong", "邮箱写成 名字@域名 的样子")
    return typed


def _sms(typed: str, _secret: str) -> str:
    plain = typed.replace(" ", "").replace("-", "").removeprefix("+86")
    if not _MOBILE.fullmatch(plain):
        raise Refusal("address_wrong", "填11位手机号")
    return plain


def _part(typed: str, name: str, shape: re.Pattern[str], wanted: str) -> str:
    """The value of one field of a pasted address, or what was typed where it is no address."""
    try:
        found = parse_qs(urlsplit(typed).query).get(name, [typed])[0]
    except ValueError:
        found = ""
    if not shape.fullmatch(found):
        raise Refusal("address_wrong", f"填{wanted}，或整条地址")
    return found


_READERS: dict[str, Callable[[str, str], str]] = {
    "wecom": _wecom,
    "dingtalk": _dingtalk,
    "feishu": _feishu,
    "email": _email,
    "sms": _sms,
}
