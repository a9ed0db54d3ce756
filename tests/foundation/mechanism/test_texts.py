"""The texts behind the rules: complete, word for word, and cited where the capabilities come from."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.foundation.mechanism import Clause, Profile, load_law, load_profile, profile_codes
from backend.foundation.mechanism.capabilities import CAPABILITIES
from backend.foundation.mechanism.profile import Instrument

# Which clauses each capability comes from, by place.
SOURCES = {
    "M01": ["Y二(一)", "Z二", "E1二(一)", "S二", "C二(一)", "C二(二)"],
    "M02": ["Y二(二)", "Z三(四)", "S三(三)2", "C二(四)2"],
    "M03": ["E2二(三)", "E2三(一)", "Y二(四)", "E1二(三)"],
    "M04": ["Y二(三)2", "E1二(二)2", "E2二(七)", "E2三(三)", "S三(四)3", "C二(四)5"],
    "M05": ["Y二(五)", "Z三(一)", "E1二(四)", "S三(一)", "C二(四)2"],
    "M06": ["E2二(四)"],
    "M07": ["Y二(六)", "Z三(二)", "E1二(五)", "S三(二)", "C二(四)3"],
    "M08": ["Y二(七)", "Z三(五)", "E1二(六)", "S三(四)", "C二(三)2"],
    "M09": ["Y二(四)", "Z三(四)", "E1二(三)", "S三(三)2", "C二(三)2"],
    "M10": ["Z三(七)", "S三(七)", "Y二(八)", "E1二(七)", "C二(四)5"],
    "M11": ["Z三(六)", "S三(五)", "C二(四)6"],
    "M12": ["Y二(三)1", "Z三(四)", "E1二(二)1", "E2二(二)", "S三(三)1", "C二(四)4"],
    "M13": ["E2三(二)", "Y二(四)", "E1二(三)", "C二(二)1"],
    "M14": ["E2三(四)", "E2二(九)"],
    "M15": ["Y二(九)", "Z三(三)", "E1二(八)", "C二(三)1"],
    "M16": ["S三(六)", "E2二(一)", "C三(三)"],
    "M17": ["E2二(一)"],
    "M18": ["E2二(一)"],
    "M19": ["E2二(九)", "S三(三)3", "C三(三)"],
    "M20": ["E2二(九)"],
    "M21": ["E2二(六)", "S三(四)2", "C二(四)1", "C二(三)3", "E1二(六)"],
    "M22": ["E2二(八)"],
    "M23": ["Z三(一)1", "S三(一)1"],
    "M24": ["Y二(六)", "C二(四)5"],
    "M25": ["E2二(五)"],
    "M26": ["C二(三)2", "C二(三)3", "C二(二)1", "E1二(六)", "E1二(七)", "S三(三)3"],
    "M27": ["E通知", "E2二(一)"],
}
PLACE_OF = {"Y": "yilikeqi", "Z": "zhaoba", "E": "eshan", "S": "shanxi-district", "C": "changjiang"}
# The first digits of each text's SHA-256, taken when it was compared with the text as issued.
DIGESTS = {
    "changjiang": "891d56ccbb296b2f",
    "eshan": "452c72fb2a7d5e3e",
    "shanxi-district": "455f02bb0737f3ba",
    "yilikeqi": "225d43b3b250f7db",
    "zhaoba": "c2afdd5940e582c8",
}
RULES: list[Instrument] = [load_law(), *(load_profile(code) for code in profile_codes())]


@pytest.fixture(scope="session")
def mechanisms(samples: Path) -> Path:
    folder = samples.parent / "mechanisms"
    if not folder.is_dir():
        pytest.skip("no mechanism texts beside the samples")
    return folder


def run_together(text: str) -> str:
    return "".join(text.split())


def pieces(profile: Profile) -> Iterator[str]:
    """Titles, parts, headings and texts in the order in which the document has them; a title may be missing there."""
    document = part = ""
    for clause in profile.clauses.values():
        title = profile.document_of(clause.id).title
        if title != document:
            document, part = title, ""
            yield title
        if clause.part != part:
            part = clause.part
            yield part
        yield clause.heading
        yield clause.text


@pytest.mark.parametrize("code", profile_codes())
def test_a_profile_holds_its_text_from_the_first_word_to_the_last(code: str, mechanisms: Path) -> None:
    profile = load_profile(code)
    rest = run_together((mechanisms / f"{code}.txt").read_text(encoding="utf-8"))
    titles = {run_together(document.title) for document in profile.documents.values()}
    for piece in map(run_together, pieces(profile)):
        assert rest.startswith(piece) or piece in titles, f"…{rest[:40]} is not {piece[:40]}"
        rest = rest.removeprefix(piece)
    assert rest == ""


@pytest.mark.parametrize("code", profile_codes())
def test_every_quotation_stands_in_the_text_as_issued(code: str, mechanisms: Path) -> None:
    text = (mechanisms / f"{code}.txt").read_text(encoding="utf-8")
    for place, provision in load_profile(code).provisions():
        assert provision.quote in text, place


@pytest.mark.parametrize("rules", RULES, ids=["law", *profile_codes()])
def test_every_quotation_stands_in_the_clause_it_names(rules: Instrument) -> None:
    for place, provision in rules.provisions():
        assert bool(provision.clause) == bool(provision.quote), place
        if provision.clause:
            clause = rules.clauses[provision.clause]
            assert provision.quote in clause.heading + clause.text, place


@pytest.mark.parametrize("code", profile_codes())
def test_a_text_is_still_the_one_that_was_compared(code: str) -> None:
    whole = run_together("".join(pieces(load_profile(code))))
    assert hashlib.sha256(whole.encode()).hexdigest().startswith(DIGESTS[code])


@pytest.mark.parametrize("rules", RULES, ids=["law", *profile_codes()])
def test_no_clause_is_empty(rules: Instrument) -> None:
    assert all(clause.text.strip() or clause.heading for clause in rules.clauses.values())


def clauses_for(capability: str, place: str) -> list[Clause]:
    return [clause for clause in load_profile(place).clauses.values() if capability in clause.capabilities]


@pytest.mark.parametrize("capability", SOURCES)
def test_each_capability_comes_from_its_clauses(capability: str) -> None:
    for source in SOURCES[capability]:
        found = clauses_for(capability, PLACE_OF[source[0]])
        assert any(clause.id.startswith(source) for clause in found), source


@pytest.mark.parametrize("capability", SOURCES)
def test_no_capability_claims_a_clause_of_a_place_that_does_not_have_it(capability: str) -> None:
    places = {PLACE_OF[source[0]] for source in SOURCES[capability]}
    found = {code for code in profile_codes() if clauses_for(capability, code)}
    assert found == places


def test_the_capabilities_are_the_ones_we_know() -> None:
    assert set(SOURCES) == set(CAPABILITIES)
