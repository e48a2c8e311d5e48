import re
from importlib.metadata import requires
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from potret import licences, strings
from potret.pages import licences as page
from potret.reader import Reader
from rendering import REPO


def test_every_package_the_site_needs_is_named_with_a_licence() -> None:
    found = {one.name.lower().replace("_", "-"): one.licence for one in licences.packages()}
    lines = [line for line in requires("potret") or [] if "extra ==" not in line]
    asked = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in lines}
    assert asked <= set(found)
    assert "brotli" in found, "fonttools[woff] asks for it"
    assert "pytest" not in found
    assert [name for name, licence in found.items() if not licence] == []


def test_what_reaches_visitors_carries_its_licence() -> None:
    texts = dict(licences.published_texts())
    for work in licences.VISIBLE:
        strings.text(f"licences.use.{work.use}", "id")
        if work.package:
            assert texts[f"{licences.FOLDER}/{work.package}.txt"].stat().st_size > 500


@pytest.mark.parametrize("locale", ["id", "en"])
def test_page_names_works_and_packages(locale: str) -> None:
    text = page.compose(Reader(locale, {})).body.inlined
    for name in ("Plus Jakarta Sans", "OFL-1.1", "mkdocs-static-i18n", "pikepdf", "MPL-2.0"):
        assert name in text


def test_github_recipe_asks_for_the_least_rights() -> None:
    recipe = yaml.safe_load(files("potret").joinpath("recipes/github-pages.yml").read_text(encoding="utf-8"))
    assert recipe["permissions"] == {}
    assert {name: job["permissions"] for name, job in recipe["jobs"].items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    steps = [step for job in recipe["jobs"].values() for step in job["steps"]]
    assert all("@v" in step["uses"] for step in steps if "uses" in step)
    assert "pull_request_target" not in str(recipe)
    assert next(step for step in steps if "checkout" in step.get("uses", ""))["with"] == {"persist-credentials": False}
    assert all(job["timeout-minutes"] <= 30 for job in recipe["jobs"].values())


def test_gitlab_recipe_runs_on_the_main_branch_only_and_needs_no_secret() -> None:
    text = files("potret").joinpath("recipes/gitlab-pages.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["pages"]
    assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert {"variables", "secrets", "id_tokens"}.isdisjoint(job)
    assert "Protected" in text, "who adds a secret is told how"


@pytest.mark.parametrize(("name", "target"), [("github-pages", "github"), ("gitlab-pages", "gitlab")])
def test_a_recipe_checks_builds_strictly_and_publishes(name: str, target: str) -> None:
    text = files("potret").joinpath(f"recipes/{name}.yml").read_text(encoding="utf-8")
    for command in ("--require-hashes", "potret check", "mkdocs build --strict", f"potret publish --target {target}"):
        assert command in text


def test_make_has_a_line_for_the_sbom_and_the_audit() -> None:
    lines = Path(REPO / "Makefile").read_text(encoding="utf-8")
    assert "cyclonedx-py requirements requirements.lock" in lines
    assert "pip-audit" in lines
