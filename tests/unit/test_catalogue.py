import pytest

from potret import catalogue
from potret.model import FUNDS, SCHOOL_TYPES, STAGES


def test_the_five_stages_stand_in_their_order() -> None:
    stages = catalogue.cycle()["stages"]
    assert [stage["key"] for stage in stages] == list(STAGES)
    assert [stage["number"] for stage in stages] == [1, 2, 3, 4, 5]
    assert [catalogue.stage(key)["key"] for key in STAGES] == list(STAGES)


def test_models_and_catalogue_name_the_same_types_and_funds() -> None:
    assert set(catalogue.profile()["types"]) == set(SCHOOL_TYPES)
    assert set(catalogue.profile()["funds"]) == set(FUNDS)


@pytest.mark.parametrize("key", STAGES)
def test_stages_ask_only_for_documents_and_roles_that_exist(key: str) -> None:
    stage, known = catalogue.stage(key), catalogue.cycle()
    assert {*stage["evidence"]["required"], *stage["evidence"]["optional"]} <= set(known["documents"])
    assert {*stage["responsible"], *stage["takes_part"]} <= set(known["roles"])


def test_the_team_of_article_11_has_known_roles() -> None:
    assert catalogue.profile()["team"] == ["kepala-sekolah", "guru", "tendik", "komite"]
    assert set(catalogue.profile()["team"]) <= set(catalogue.cycle()["roles"])


def test_a_model_school_has_five_imbas_schools() -> None:
    assert catalogue.cycle()["imbas"]["per_model"] == 5


@pytest.mark.parametrize("table", ["roles", "documents"])
def test_every_label_exists_in_both_languages(table: str) -> None:
    rows = catalogue.cycle()[table].values()
    assert all(catalogue.label(row, "id") and row["en"] for row in rows)


def test_a_label_falls_back_to_indonesian() -> None:
    row = {"id": "Guru", "en": "Teachers"}
    assert [catalogue.label(row, locale) for locale in ("id", "en", "jv")] == ["Guru", "Teachers", "Guru"]


@pytest.mark.parametrize(
    ("kind", "level"), [("MI", "SD"), ("MTs", "SMP"), ("MAK", "SMK"), ("SDLB", "SLB"), ("TK", "PAUD")]
)
def test_each_type_belongs_to_a_level(kind: str, level: str) -> None:
    assert catalogue.level(kind) == level
