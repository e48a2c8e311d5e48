import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minimal import SLUG, edited
from potret.importing.writing import Plan, plan, put
from potret.model import Report
from potret.reading.marked_yaml import parse_yaml
from potret.standard import catalogue
from potret.validation import build
from workbooks import SKL, book, codes, names, read, saved

BLOCK = """\
# Kepala berkas.
edisi: snp-2016
skala: 0-7
sumber: {id: Buku, en: Book}   # dari LPMP
nilai:
  # 1 SKL
  "1": 5.21   # dibulatkan
  "1.1.3":
    catatan:
      id: "Dua kalimat # bukan komentar"
      en: Two
    nilai: 4.10
  "1.1.4": {nilai: 0, catatan: nol yang sebenarnya}
  "1.1.5": {berlaku: tidak, catatan: kelas awal}
  '2': "4,61"
  # 6 Sarpras
  "6.2.5": {berlaku: false}
  "6.2.6":
# Target sekolah.
target:
  "1": 6
"""
FLOW = """\
edisi: snp-2016
skala: 0-7
sumber: Buku
nilai: {"1": 5.21, "2": 4.61}
"""
ROWS = [
    *SKL,
    *(
        (code, None, cell)
        for code, cell in [("1.1.3", 5), ("1.1.4", "1,5"), ("1.1.5", 2), ("6.2.5", "TB"), ("6.2.6", 3)]
    ),
]


@pytest.fixture
def prepared(school_folder: Callable[..., Path], tmp_path: Path) -> Callable[..., tuple[Path, Plan]]:
    def make(text: str | None, *rows: Any, head: Any = ("Kode", "Indikator", "Nilai")) -> tuple[Path, Plan]:
        folder = school_folder()
        if text is not None:
            (folder / "mutu").mkdir()
            (folder / "mutu" / "2018.yml").write_bytes(text.encode())
        found = read(saved(book(*rows, head=head), tmp_path))
        assert found.is_sound
        return folder, plan(found, folder, f"schools/{SLUG}")

    return make


def report(content: bytes) -> Report:
    made, problems = build(Report, parse_yaml(content.decode("utf-8-sig").replace("\r\n", "\n"), "2018.yml"))
    assert made is not None, problems
    return made


def test_an_old_file_keeps_everything_but_the_figures(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    folder, made = prepared(BLOCK, *ROWS)
    assert made.file == folder / "mutu" / "2018.yml"
    assert made.content.decode() == edited(
        BLOCK,
        ('"1": 5.21   #', '"1": 3   #'),
        ("nilai: 4.10", "nilai: 5"),
        ("{nilai: 0,", "{nilai: 1.5,"),
        ("berlaku: tidak,", "nilai: 2,"),
        ("'2': \"4,61\"\n", "'2': 5\n  \"3\": 4\n"),
        ('"6.2.6":', '"6.2.6": 3'),
    )
    assert {row.code: row.change.name for row in made.rows} == {
        "1": "CHANGED",
        "1.1.3": "CHANGED",
        "1.1.4": "CHANGED",
        "1.1.5": "CHANGED",
        "2": "CHANGED",
        "3": "NEW",
        "6.2.5": "SAME",
        "6.2.6": "NEW",
    }


def test_windows_line_ends_and_a_byte_order_mark_stay(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    text = "\ufeff" + BLOCK.replace("\n", "\r\n")
    content = prepared(text, *ROWS)[1].content
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == BLOCK.count("\n") + 1


def test_a_score_becomes_not_applicable_and_keeps_its_note(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    content = prepared(BLOCK, *SKL, ("1.1.3", None, "TB"))[1].content
    score = report(content).nilai["1.1.3"]
    assert (score.nilai, score.berlaku, str(score.catatan)) == (None, False, "Dua kalimat # bukan komentar")


def test_scores_on_one_line(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    content = prepared(FLOW, *SKL)[1].content.decode()
    assert content == edited(FLOW, ('{"1": 5.21, "2": 4.61}', '{"3": 4, "1": 3, "2": 5}'))


def test_a_workbook_that_says_nothing_of_a_row_takes_nothing_away(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    _, made = prepared(BLOCK, *SKL, ("1.1.3", None, None))
    assert {row.code for row in made.rows if row.change.name == "KEPT"} == {"1.1.3", "1.1.4", "1.1.5", "6.2.5"}
    assert str(report(made.content).nilai["1.1.3"].nilai) == "4.10"


def test_targets_and_notes(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    head = ("Kode", "Indikator", "Nilai", "Target", "Catatan")
    rows = [(*SKL[0], "6,5", None), (*SKL[1], 5.5, None), (*SKL[2], None, 'kata "kutip": #1')]
    for text in (BLOCK, FLOW, None):
        content = report(prepared(text, *rows, head=head)[1].content) if text is BLOCK else None
        if content:
            assert {code: str(value) for code, value in content.target.items()} == {"1": "6.5", "2": "5.5"}
            assert str(content.nilai["3"].catatan) == 'kata "kutip": #1'


def test_targets_are_added_where_there_were_none(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    rows = [(*SKL[0], 6), (*SKL[1], 5.5), (*SKL[2], None)]
    content = prepared(FLOW.rstrip(), *rows, head=("Kode", "Indikator", "Nilai", "Target"))[1].content.decode()
    assert content.endswith('}\ntarget:\n  "1": 6\n  "2": 5.5\n')


def test_a_new_file_is_what_a_school_would_write(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    folder, made = prepared(None, *SKL, (*names("6.2.5")[0], "TB"))
    assert made.file == folder / "mutu" / "2018.yml"
    read_back = report(made.content)
    assert {code: score.nilai if score.berlaku else None for code, score in read_back.nilai.items()} == {
        "1": 3,
        "2": 5,
        "3": 4,
        "6.2.5": None,
    }
    assert made.content.decode().startswith("# Rapor mutu 2018 (rapor.xlsx)")


def test_a_file_that_cannot_be_changed_safely_gets_one_beside_it(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    text = edited(BLOCK, ('"1": 5.21   # dibulatkan', '"1":\n    >-\n    5.21'))
    folder, made = prepared(text, *SKL)
    assert made.file == folder / "mutu" / "2018.baru.yml"
    assert codes(made.problems) == [("import-beside", "")]
    assert set(report(made.content).nilai) == {"1", "2", "3"}


def test_mixed_line_ends_are_not_touched(prepared: Callable[..., tuple[Path, Plan]]) -> None:
    folder, made = prepared(BLOCK.replace("\n", "\r\n", 3), *SKL)
    assert made.file == folder / "mutu" / "2018.baru.yml"


BROKEN = [
    (edited(FLOW, ("5.21", "52.1")), "import-broken"),
    (edited(FLOW, ("skala: 0-7", "skala: [")), "import-broken"),
    ("edisi: snp-2021\nskala: 0-100\nsumber: x\nnilai: {A.1: 60}\n", "import-other-edition"),
]


@pytest.mark.parametrize(("text", "code"), BROKEN)
def test_a_file_that_cannot_be_read_is_left_alone(
    text: str, code: str, prepared: Callable[..., tuple[Path, Plan]]
) -> None:
    _, made = prepared(text, *SKL)
    assert (made.file, made.problems[0].code) == (None, code)


def test_a_linked_folder_is_left_alone(prepared: Callable[..., tuple[Path, Plan]], tmp_path: Path) -> None:
    folder, _ = prepared(None, *SKL)
    (tmp_path / "elsewhere").mkdir()
    (folder / "mutu").symlink_to(tmp_path / "elsewhere")
    made = plan(read(tmp_path / "rapor.xlsx"), folder, SLUG)
    assert (made.file, [problem.code for problem in made.problems]) == (None, ["file-link"])


def test_a_file_is_written_whole_and_with_the_rights_it_had(tmp_path: Path) -> None:
    file = tmp_path / "mutu" / "2018.yml"
    put(file, b"a: 1\n")
    os.chmod(file, 0o640)  # noqa: PTH101
    put(file, b"a: 2\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"a: 2\n", 0o640)
    assert [entry.name for entry in file.parent.iterdir()] == ["2018.yml"]


CODES = list(catalogue("snp-2016").items)
SCORES = st.dictionaries(
    st.sampled_from(CODES),
    st.one_of(st.decimals(0, 7, places=2).map(float), st.just("TB")),
    min_size=1,
    max_size=25,
)


@given(old=SCORES, new=SCORES, style=st.sampled_from(["flow", "block"]))
def test_any_change_says_what_the_workbook_says_and_keeps_the_rest(
    old: dict[str, Any], new: dict[str, Any], style: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def text(value: Any) -> str:
        return "{berlaku: false}" if value == "TB" else f"{value:.2f}"

    rows = [f'"{code}": {text(value)}' for code, value in old.items()]
    body = (
        f"nilai: {{{', '.join(rows)}}}\n" if style == "flow" else "nilai:\n" + "".join(f"  {row} # x\n" for row in rows)
    )
    folder = tmp_path_factory.mktemp("school")
    (folder / "mutu").mkdir()
    (folder / "mutu" / "2018.yml").write_text(f"edisi: snp-2016\nskala: 0-7\nsumber: x\n{body}", encoding="utf-8")
    file = saved(book(*((code, None, value) for code, value in new.items())), folder)
    made = plan(read(file, order="pmp"), folder, SLUG)
    assert made.file == folder / "mutu" / "2018.yml"
    after = {
        code: text(float(one.nilai) if one.nilai is not None else "TB")
        for code, one in report(made.content).nilai.items()
    }
    assert after == {code: text(value) for code, value in {**old, **new}.items()}
