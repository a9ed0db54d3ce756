"""The sheet of a day and the sums: what was found on the patrols that belong, and what is said of a day."""

from datetime import timedelta

from tests.field.campaigns.campaigning import TODAY, Campaigning
from tests.field.street import ago, code_of

YESTERDAY = TODAY - timedelta(days=1)


async def on_two_days(campaigning: Campaigning) -> str:
    campaign = await campaigning.approved()
    first = await campaigning.walked(started_at=ago(hours=26), ended_at=ago(hours=24))
    await campaigning.street.finding(first, found_at=ago(hours=25), disposition="corrected")
    second = await campaigning.walked()
    await campaigning.street.finding(second, found_at=ago(minutes=100), disposition="ordered", acting=None)
    await campaigning.street.finding(
        second, "minjing", category="车辆违停", found_at=ago(minutes=90), ongoing=True
    )
    return campaign


async def test_each_day_is_counted_by_itself(campaigning: Campaigning) -> None:
    campaign = await on_two_days(campaigning)
    found = await campaigning.read("lingdao", campaign)
    days = {each["day"]: each for each in found["days"]}
    assert days[YESTERDAY.isoformat()]["by_disposition"] == {"当场改正": 1}
    today = days[TODAY.isoformat()]
    assert today["by_category"] == {"占道经营": 1, "车辆违停": 1}
    assert (today["patrols"], today["people"], today["ongoing"]) == (1, 3, 1)
    assert {each["unit"]: (each["people"], each["findings"]) for each in today["by_unit"]} == {
        "综合行政执法队": (2, 1),
        "派出所": (1, 1),
    }
    assert (found["results"]["patrols"], found["results"]["findings"]) == (2, 3)


async def test_the_sheet_of_a_day_shows_picture_and_table(campaigning: Campaigning) -> None:
    campaign = await on_two_days(campaigning)
    page = await campaigning.street.page("lingdao", f"/campaigns/{campaign}/days/{TODAY.isoformat()}")
    assert page.status_code == 200
    assert "发现问题2个：占道经营1个、车辆违停1个" in page.text
    assert page.text.count("ld-chart__bar") >= 4
    assert "<caption>各单位</caption>" in page.text
    other = await campaigning.street.page("lingdao", f"/campaigns/{campaign}/days/2026-11-25")
    assert other.status_code == 422


async def test_of_a_day_somebody_says_what_the_figures_do_not(campaigning: Campaigning) -> None:
    campaign = await on_two_days(campaigning)
    said = {"day": TODAY.isoformat(), "text": "早市恢复通行"}
    found = await campaigning.do("duizhang", campaign, "days", said)
    assert found["notes"] == [said]
    assert (await campaigning.post("duizhang", campaign, "days", said)).status_code == 200
    again = await campaigning.do("neiqin", campaign, "days", said | {"text": "早市恢复通行，午后回潮"})
    assert [each["text"] for each in again["notes"]] == ["早市恢复通行，午后回潮"]
    late = await campaigning.post("duizhang", campaign, "days", said | {"day": "2026-11-25"})
    assert code_of(late) == (422, "campaign_other_day")


async def test_what_was_taken_out_does_not_count(campaigning: Campaigning) -> None:
    campaign = await on_two_days(campaigning)
    patrol = (await campaigning.patrols(campaign))[1]
    out = {"patrol": patrol, "belongs": False, "reason": "是日常巡查"}
    found = await campaigning.do("duizhang", campaign, "patrols", out)
    assert (found["results"]["patrols"], found["results"]["findings"]) == (1, 1)
