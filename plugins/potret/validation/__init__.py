"""From raw values to frozen models: every problem of a file at once, each at its place."""

from potret.validation.build import build, build_part
from potret.validation.cycle import Known, check_documents, check_stage, check_thread, missing_documents
from potret.validation.imbas import check_adoptions, check_reporter
from potret.validation.metric import check_codes, check_report, check_year
from potret.validation.photo import check_album
from potret.validation.practice import check_practice
from potret.validation.profile import check_profile
from potret.validation.slide import check_slides
from potret.validation.unfilled import unfilled_lines

__all__ = [
    "Known",
    "build",
    "build_part",
    "check_adoptions",
    "check_album",
    "check_codes",
    "check_documents",
    "check_practice",
    "check_profile",
    "check_report",
    "check_reporter",
    "check_slides",
    "check_stage",
    "check_thread",
    "check_year",
    "missing_documents",
    "unfilled_lines",
]
