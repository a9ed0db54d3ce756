"""One stylesheet out of many means the same as the many."""

import pytest

from backend.foundation.web.assets.bundle import BadStylesheet, compose


def bundle(**files: str) -> str:
    return compose(
        "app.css", {name.replace("_", "/") + ".css": text for name, text in files.items()}.__getitem__
    )


def test_an_import_is_replaced_by_what_it_names() -> None:
    assert bundle(app='@import "tokens.css";\nb {}\n', tokens="a {}\n") == "a {}\n\nb {}\n"


def test_a_layer_is_kept_around_what_is_imported_into_it() -> None:
    text = bundle(app='@layer base, parts;\n@import "base.css" layer(base);\n', base="a {}\n")
    assert text == "@layer base, parts;\n@layer base {\na {}\n}\n\n"


def test_imports_are_found_from_where_they_are_written() -> None:
    read = {
        "css/app.css": '@import url("../vendor/x@1/x.css") layer(x);',
        "vendor/x@1/x.css": '@import "y.css";',
        "vendor/x@1/y.css": "y {}\n",
    }.__getitem__
    assert compose("css/app.css", read) == "@layer x {\ny {}\n}\n"


def test_comments_go_and_licences_stay() -> None:
    assert bundle(app="/*! MIT */\n/* why\nso */ a {}") == "/*! MIT */\na {}"


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"app": '@import "gone.css";'}, "app.css imports gone.css, which is not there"),
        ({"app": '@import "b.css";', "b": '@import "app.css";'}, "app.css imports itself"),
        ({"app": '@import "b.css";', "b": "a { background: url(x.png) }"}, "b.css holds a relative address"),
    ],
)
def test_what_would_change_its_meaning_is_refused(files: dict[str, str], problem: str) -> None:
    with pytest.raises(BadStylesheet, match=problem):
        bundle(**files)


def test_pictures_inside_the_stylesheet_are_no_addresses() -> None:
    picture = 'a { mask: url("data:image/svg+xml,<g mask=url(%23b)>") url(data:x) }'
    assert bundle(app='@import "b.css";', b=picture) == picture
