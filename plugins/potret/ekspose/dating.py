"""The date a sheet carries: that of the newest thing it tells of, never that of the computer that prints it."""

from collections.abc import Iterator
from datetime import date

from potret.model import School


def newest(school: School) -> date:
    """Give the newest dated event of a school: a decree, a report, a document, a stage that ended, a photo.

    So a sheet printed again next month from the same folder is the same, byte for byte.
    """
    return max(_dates(school))


def _dates(school: School) -> Iterator[date]:
    yield school.profile.sekolah_model.sk_tanggal
    for report in school.reports.values():
        if report.tanggal:
            yield report.tanggal
    for cycle in school.cycles:
        for stage in cycle.stages.values():
            found = (stage.front.mulai, stage.front.selesai, *(one.tanggal for one in stage.front.dokumen))
            yield from (day for day in found if day)
    for photo in school.photos:
        if photo.front.tanggal:
            yield photo.front.tanggal
