"""Only known ways out are taken, however they are pasted; what is shown of them opens nothing."""

import pytest

from backend.foundation.notify.rules.addresses import KINDS, address_of, masked, push_endpoint, push_keys
from backend.foundation.refusals import Refusal

KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"


@pytest.mark.parametrize(
    ("kind", "typed", "secret", "kept"),
    [
        ("wecom", f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}", "", f"wecombot://{KEY}"),
        ("wecom", f"  {KEY} ", "", f"wecombot://{KEY}"),
        (
            "dingtalk",
            "https://oapi.dingtalk.com/robot/send?access_token=ab12ab12ab12",
            "",
            "dingtalk://ab12ab12ab12",
        ),
        ("dingtalk", "ab12ab12ab12", "SECcd34cd34cd34", "dingtalk://SECcd34cd34cd34@ab12ab12ab12"),
        ("feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/ab-12-cd-34/", "", "feishu://ab-12-cd-34"),
        ("email", "zfd@shifan.example", "", "zfd@shifan.example"),
        ("sms", "+86 139-0000-0000", "", "13900000000"),
    ],
)
def test_an_address_is_taken_as_people_have_it(kind: str, typed: str, secret: str, kept: str) -> None:
    assert address_of(kind, typed, secret) == kept


@pytest.mark.parametrize(
    ("kind", "typed", "secret"),
    [
        ("wecom", "", ""),
        ("wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send", ""),
        ("wecom", "https://[::1", ""),
        ("wecom", "key/../../x?to=http://inside", ""),
        ("dingtalk", "ab12ab12ab12", "cd34"),
        ("dingtalk", "a@b/c", ""),
        ("feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/", ""),
        ("email", "zfd", ""),
        ("email", "zfd@shifan.example?to=other@example.org", ""),
        ("email", f"{'a' * 120}@shifan.example", ""),
        ("email", "zfd@shifan.example\r\nBcc: other@example.org", ""),
        ("sms", "1390000000", ""),
        ("sms", "0871-6512345", ""),
        ("wecom://", KEY, ""),
        ("json", "http://127.0.0.1/", ""),
        ("push", "{}", ""),
    ],
)
def test_what_is_no_address_of_a_known_kind_is_refused(kind: str, typed: str, secret: str) -> None:
    with pytest.raises(Refusal) as refused:
        address_of(kind, typed, secret)
    assert refused.value.code == "address_wrong"


def test_a_browsers_push_service_is_taken_and_nothing_else() -> None:
    for endpoint in (
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://web.push.apple.com/QABC",
        "https://db5p.notify.windows.com/w/?token=x",
    ):
        assert push_endpoint(endpoint) == endpoint
    for endpoint in (
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/fcm/send/abc",
        "https://fcm.googleapis.com.example.org/",
        "https://evilpush.apple.com.example/",
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/x",
        "file:///etc/passwd",
        "https://[::1",
        # Where one library finds the push service, another finds the inside of the house.
        r"https://127.0.0.1:8000\@fcm.googleapis.com/x",
        "https://inside;@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:99999/x",
        "https://name@fcm.googleapis.com/x",
        "https://fcm.googleapis.com/\r\nHost: inside",
        " https://fcm.googleapis.com/x",
        f"https://fcm.googleapis.com/{'x' * 2_000}",
        "",
    ):
        with pytest.raises(Refusal):
            push_endpoint(endpoint)


POINT = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"


def test_a_browsers_keys_are_taken_and_nothing_it_could_not_read_with() -> None:
    push_keys(POINT, SECRET)
    for point, secret in (
        ("", ""),
        ("a", "b"),
        (POINT, SECRET[:-2]),
        (POINT[:-2], SECRET),
        (POINT[:-3] + "AAA", SECRET),
        ("密", SECRET),
    ):
        with pytest.raises(Refusal):
            push_keys(point, secret)


def test_a_host_the_deployment_names_is_taken_as_well() -> None:
    assert push_endpoint("http://127.0.0.1:9999/push", ("127.0.0.1",)) == "http://127.0.0.1:9999/push"


@pytest.mark.parametrize(
    ("kind", "address", "shown"),
    [
        ("wecom", f"wecombot://{KEY}", "…5aaa"),
        ("dingtalk", "dingtalk://SECcd34cd34cd34@ab12ab12ab12", "…ab12"),
        ("email", "zhifadui@shifan.example", "zh***@shifan.example"),
        ("sms", "13900001234", "139****1234"),
        ("push", '{"endpoint": "https://fcm.googleapis.com/x"}', ""),
    ],
)
def test_what_is_shown_is_enough_to_know_it_again_and_no_more(kind: str, address: str, shown: str) -> None:
    assert masked(kind, address) == shown
    assert kind in KINDS
