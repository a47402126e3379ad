"""Nobody sees another governorate's records: not in pages, lists, searches, counts or errors."""

from __future__ import annotations

import re

import pytest

from nawl.places.models import Facility
from tests.web.conftest import MARK, SignIn

LINK = re.compile(r'(?:href|action)="(/[^"#]*)')
ELSEWHERE = r"/(facilities/(?!SY[A-Z0-9-]+/$)|areas|users|registers|reports|activities|organisations|styleguide)"
LEFT_ALONE = ("/static/", "/sign-out/", "/reader/")


@pytest.mark.parametrize("who", ["tartous", "clerk"])
def test_a_crawl_finds_nothing_of_the_other_governorate(
    twins: dict[str, Facility], as_user: SignIn, who: str, request: pytest.FixtureRequest
) -> None:
    client = as_user(request.getfixturevalue(who))
    waiting, seen = ["/", "/programme/", "/indicators/", "/more/", "/search/?q=السويداء", f"/search/?q={MARK}"], set()
    while waiting and len(seen) < 70:
        path = waiting.pop(0).replace("&amp;", "&")
        if path in seen or path.startswith(LEFT_ALONE):
            continue
        seen.add(path)
        if re.match(ELSEWHERE, path):
            continue
        answer = client.get(path)
        assert answer.status_code in (200, 302), path
        if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
            page = answer.content.decode()
            shown = re.sub(r'value="[^"]*"|«[^»]*»', "", page)  # what the reader typed is theirs
            assert MARK not in shown, path
            assert "SY1300" not in shown, path
            waiting += LINK.findall(page)
    assert len(seen) > 20


@pytest.mark.parametrize(
    "path",
    [
        "/facilities/{code}/",
        "/history/facility/{code}/",
        "/programme/?place=SY13",
        "/programme/?place={code}",
        "/figures/people_served/?place=SY13",
        "/figures/people_served/?place=SY1300",
        "/figures/people_served/?place={code}",
        "/indicators/people_served/?place=SY13",
        "/indicators/?place=SY13",
    ],
)
def test_another_governorates_record_is_not_there(
    twins: dict[str, Facility], tartous, clerk, as_user: SignIn, path: str
) -> None:
    for user in (tartous, clerk):
        answer = as_user(user).get(path.format(code=twins["marked"].code))
        assert answer.status_code == 404
        assert MARK not in answer.content.decode()


def test_figures_of_a_governorate_are_its_own(twins: dict[str, Facility], tartous, as_user: SignIn) -> None:
    own = as_user(tartous).get("/figures/services_delivered/?period=2022-H1")
    whole = as_user(tartous).get("/figures/services_delivered/?period=2022-H1&place=SY10")
    assert own.context["page"].value.number == whole.context["page"].value.number == (3 + 2) * 2 * 2 * 10


def test_the_other_governorates_records_change_no_byte(twins: dict[str, Facility], tartous, as_user: SignIn) -> None:
    from nawl.activities.models import Tally, TallyMonth

    paths = ["/programme/?period=2022-H1", "/figures/people_served/?period=2022-H1", "/indicators/?period=2022-H1"]

    def pages() -> list[str]:
        return [re.sub(r'"[A-Za-z0-9]{64}"', "", as_user(tartous).get(path).content.decode()) for path in paths]

    before = pages()
    for table in (Tally, TallyMonth):
        table.objects.unscoped("a test").filter(activity__facility=twins["marked"]).update(contacts=99_999)
    assert pages() == before
