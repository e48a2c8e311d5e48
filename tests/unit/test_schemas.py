"""What the JSON Schema and the form allow is what the reader of the file takes."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from minimal import PROFILE, REPORT, edited, found
from potret import schemas
from potret.model import STATUSES, ImbasReport
from potret.model.imbas import LONGEST
from potret.reading.marked_yaml import parse_yaml
from potret.schemas.kinds import published

TEXT = """\
npsn: "{npsn}"
adopsi: [{{praktik: kebun, status: {status}, mulai: 2018-01-01, tanggal: 2018-12-08}}]
catatan: {note}
"""


def test_the_schema_leaves_the_number_to_the_file_s_name() -> None:
    schema = schemas.imbas_report()
    assert (schema["required"], schema["additionalProperties"]) == (["adopsi"], False)
    assert schema["$schema"] == schemas.DIALECT
    assert schema["properties"]["adopsi"]["minItems"] == 1
    assert [choice.get("type") for choice in schema["$defs"]["Text"]["anyOf"]] == [["string", "number"], "object"]


def test_what_is_required_is_what_the_model_requires() -> None:
    rules = schemas.form_rules()
    assert {name for name, rule in rules.items() if rule.required} == {
        "npsn",
        "adopsi",
        "praktik",
        "status",
        "mulai",
        "tanggal",
    }
    assert rules["status"].options == STATUSES
    assert {name for name, rule in rules.items() if rule.maxlength} == {"perubahan", "hasil", "catatan"}


@pytest.mark.parametrize("npsn", ["40401001", "P1234567", "4040100", "404010011", "X1234567", "p1234567", "4040 001"])
def test_the_pattern_says_what_the_reader_says(npsn: str) -> None:
    fits = re.search(schemas.form_rules()["npsn"].pattern or "", npsn) is not None
    text = TEXT.format(npsn=npsn, status="dicoba", note="x")
    assert fits is (found(ImbasReport, text) == [])


@pytest.mark.parametrize("status", [*STATUSES, "sukses", "1"])
def test_the_options_are_what_the_reader_takes(status: str) -> None:
    text = TEXT.format(npsn="40401001", status=status, note="x")
    assert (status in schemas.form_rules()["status"].options) is (found(ImbasReport, text) == [])


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_the_length_is_what_the_reader_takes(length: int) -> None:
    limit = schemas.form_rules()["catatan"].maxlength or 0
    text = TEXT.format(npsn="40401001", status="dicoba", note="x" * length)
    assert (length <= limit) is (found(ImbasReport, text) == [])


# What an editor sees: every kind of file in the sample schools, and what is wrong in a made-up one.
SCHOOLS = Path(__file__).resolve().parents[2] / "schools"


class Editor(yaml.SafeLoader):
    """Reads YAML as VS Code does (YAML 1.2): no dates, no octal numbers, `no` is a word."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, rule) for tag, rule in found if tag.rpartition(":")[2] in {"int", "float", "null"}]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def validator(key: str) -> Draft202012Validator:
    kind = next(kind for kind in schemas.KINDS if kind.key == key)
    return Draft202012Validator(published(schemas.schema(kind)))


def faults(key: str, text: str) -> list[str]:
    """Check a text as the editor reads it and as Potret reads it, every scalar a text."""
    ways = (yaml.load(text, Editor), parse_yaml(text, "x.yml").value)  # noqa: S506 - derived from SafeLoader
    return [f"{error.json_path}: {error.message[:80]}" for way in ways for error in validator(key).iter_errors(way)]


def samples() -> list[tuple[str, Path]]:
    return [
        (kind.key, file) for kind in schemas.KINDS for glob in kind.globs for file in sorted(SCHOOLS.parent.glob(glob))
    ]


@pytest.mark.parametrize(("key", "file"), samples(), ids=lambda one: one if isinstance(one, str) else one.stem)
def test_the_sample_schools_have_no_faults(key: str, file: Path) -> None:
    assert faults(key, file.read_text(encoding="utf-8")) == []


def test_samples_of_most_kinds_were_found() -> None:
    assert {key for key, _ in samples()} >= {"sekolah", "mutu", "rencana", "album", "imbas"}


@pytest.mark.parametrize("file", sorted(SCHOOLS.glob("*/praktik/*.md")), ids=lambda file: file.stem)
def test_front_matter_has_no_faults(file: Path) -> None:
    front = file.read_text(encoding="utf-8").split("---\n")[1]
    assert faults("terjemahan" if file.stem.endswith(".en") else "praktik", front) == []


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("sekolah", "bentuk: SD", "bentuk: SX"),
        ("sekolah", "nama: SD", "nama_sekolah: SD"),
        ("sekolah", 'npsn: "40401234"', 'npsn: "4040"'),
        ("sekolah", "guru: 9", "guru: sembilan"),
        ("sekolah", "misi: [Membaca tiap hari]", "misi: Membaca"),
        ("sekolah", "2017-02-14", "14 Februari 2017"),
        ("sekolah", "visi: {id:", "visi: {ind:"),
        ("mutu", "edisi: snp-2016", "edisi: 2016"),
        ("mutu", '"1": 5.21', '"9.1": 5.21'),
        ("mutu", '"1": 5.21', '"1": enam'),
    ],
)
def test_what_the_reader_refuses_the_editor_marks(key: str, old: str, new: str) -> None:
    text = {"sekolah": PROFILE, "mutu": REPORT}[key]
    assert faults(key, text) == []
    assert len(faults(key, edited(text, (old, new)))) >= 2, "in both ways of reading"


def test_everything_is_described_in_indonesian_and_nothing_of_ours_is_published(tmp_path: Path) -> None:
    schemas.write(tmp_path)
    for file in (tmp_path / ".vscode" / "schemas").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "x-kind" not in text
        assert '"title"' not in text
        made = json.loads(text)
        Draft202012Validator.check_schema(made)
        assert all(part["description"] for part in made["properties"].values())


def test_settings_of_one_s_own_stay(tmp_path: Path) -> None:
    folder = tmp_path / ".vscode"
    folder.mkdir()
    own = {"editor.fontSize": 20, "yaml.schemas": {"a.json": "b.yml"}, "[yaml]": {"editor.tabSize": 4}}
    (folder / "settings.json").write_text(json.dumps(own), encoding="utf-8")
    written = schemas.write(tmp_path)
    assert written == schemas.write(tmp_path)
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert (settings["editor.fontSize"], settings["[yaml]"]["editor.tabSize"]) == (20, 4)
    assert settings["yaml.schemas"]["a.json"] == "b.yml"
    assert settings["yaml.schemas"]["./.vscode/schemas/mutu.json"] == ["schools/*/mutu/*.yml"]


def test_settings_with_comments_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / ".vscode" / "settings.json"
    file.parent.mkdir()
    file.write_text("{ // mine\n}", encoding="utf-8")
    assert ".vscode/settings.potret.json" in schemas.write(tmp_path)
    assert file.read_text(encoding="utf-8") == "{ // mine\n}"
