"""Evidence links of a finished site, there and back."""

from pathlib import Path

import pytest

from potret.checks.evidence import check_evidence, links

CHECKLIST = "sekolah/sd/mutu/2018/index.html"
STAGE = "sekolah/sd/siklus/2018/pemetaan/index.html"
ROW = '<li id="i-1.1.6"><b>1.1.6</b> Peduli <ul class="potret-proofs"><li><a href="{}">EDS</a></li></ul></li>'
BACK = '<tr id="dokumen-eds"><a href="../../../mutu/2018/#i-1.1.6">1.1.6</a></tr>'


def site(root: Path, link: str, stage: str = BACK, folder: str = "") -> Path:
    for name, text in ((CHECKLIST, f'<li id="i-1.1"><a href="/x/">x</a></li>{ROW.format(link)}'), (STAGE, stage)):
        file = root / folder / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("folder", ["", "en"])
@pytest.mark.parametrize(
    ("link", "stage", "code"),
    [
        ("../../siklus/2018/pemetaan/#dokumen-eds", BACK, None),
        ("../../siklus/2018/pemetaan/index.html#dokumen-eds", BACK, None),
        ("../../siklus/2018/pemetaan/#dokumen-eds", BACK.replace("2018/#", "2018/index.html#"), None),
        ("../../siklus/2018/pemetaan/#dokumen-lain", BACK, "proof-nowhere"),
        ("../../siklus/2019/pemetaan/#dokumen-eds", BACK, "proof-nowhere"),
        ("../../siklus/2018/pemetaan/#dokumen-eds", BACK.replace("1.1.6", "1.1.60"), "proof-one-way"),
        ("../../siklus/2018/pemetaan/#dokumen-eds", BACK.replace("mutu/2018", "mutu/2017"), "proof-one-way"),
        ("../../siklus/2018/pemetaan/#dokumen-eds", '<tr id="dokumen-eds">', "proof-one-way"),
    ],
)
def test_a_link_has_to_arrive_and_lead_back(
    tmp_path: Path, folder: str, link: str, stage: str, code: str | None
) -> None:
    found = list(check_evidence(site(tmp_path, link, stage, folder)))
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        assert one.path == f"{folder}/{CHECKLIST}".removeprefix("/")
        assert one.severity.value == "warning"
        assert one.message("id")
        assert one.message("en")


def test_only_evidence_is_followed() -> None:
    assert list(links(f'<a href="a/">a</a>{ROW.format("b/?x=1&amp;y#c")}')) == [("1.1.6", "b/?x=1&y", "c")]
