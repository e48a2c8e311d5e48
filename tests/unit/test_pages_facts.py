from typing import Any

import pytest

from minimal import PROFILE, built, edited
from potret.model import Profile
from potret.pages import facts


def profile(*edits: tuple[str, str]) -> Profile:
    return built(Profile, edited(PROFILE, *edits))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param({}, "Jalan Pendidikan 1, Aunupe", id="what is required"),
        pytest.param(
            {"rt": '"02"', "rw": '"01"', "dusun": "Dusun II", "kode_pos": '"93874"'},
            "Jalan Pendidikan 1, RT 02/RW 01, Dusun II, Aunupe, 93874",
            id="all of it",
        ),
        pytest.param({"rt": '"02"'}, "Jalan Pendidikan 1, Aunupe", id="RT without RW"),
    ],
)
def test_the_address_is_one_line(edit: dict[str, Any], expected: str) -> None:
    lines = "".join(f"\n  {key}: {value}" for key, value in edit.items())
    assert facts.address(profile(("  desa: Aunupe", f"  desa: Aunupe{lines}"))) == expected
