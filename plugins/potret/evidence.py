"""How well a practice is evidenced: derived from what the folder holds, never typed, and never a rank."""

from dataclasses import dataclass
from enum import StrEnum

from potret.model import IN_USE, Activity, Practice, School

OWN_ROLES = frozenset(
    {"tpmps", "kepala-sekolah", "guru", "tendik", "siswa", "penanggung-jawab-program", "tim-auditor-internal"}
)
"""Roles inside the school: what they say is the school's own claim, not a confirmation."""


class Grade(StrEnum):
    """What a reader can rely on."""

    TOLD = "diceritakan"
    """The school says so."""
    SHOWN = "ditunjukkan"
    """There is something to look at: a photo, a file, a row of the plan."""
    CONFIRMED = "dikuatkan"
    """Someone else says so too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for a practice."""

    photos: int
    attachments: int
    activities: int
    """Rows of a plan that name the practice or one of its photos as their evidence."""
    confirmations: int
    """By people outside the school."""
    adoptions: int
    """Other schools that use it and tell of a result."""

    @property
    def grade(self) -> Grade:
        """Give the strongest of the three that holds."""
        if self.confirmations or self.adoptions:
            return Grade.CONFIRMED
        return Grade.SHOWN if self.photos or self.attachments or self.activities else Grade.TOLD


def standing(practice: Practice, school: School) -> Standing:
    """Count what speaks for a practice of a school; nothing outside the school's folder matters."""
    photos = [photo for photo in school.photos if photo.front.praktik == practice.slug]
    named = {f"praktik:{practice.slug}", *(f"foto:{photo.reference}" for photo in photos)}
    adopted = [one for report in school.adoptions.values() for one in report.adopsi if one.praktik == practice.slug]
    return Standing(
        photos=len(photos),
        attachments=len(practice.attachments),
        activities=sum(bool(named.intersection(activity.bukti)) for activity in _activities(school)),
        confirmations=sum(one.oleh not in OWN_ROLES for one in practice.front.konfirmasi),
        adoptions=sum(one.status in IN_USE and one.hasil is not None for one in adopted),
    )


def _activities(school: School) -> list[Activity]:
    threads = [cycle.thread for cycle in school.cycles if cycle.thread]
    return [activity for thread in threads for concern in thread.masalah for activity in concern.kegiatan]
