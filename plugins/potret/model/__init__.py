"""The nouns of the domain.

Glossary (the field's words stay in keys, URLs and file names):
School = sekolah model, ImbasSchool = sekolah imbas, Cycle = siklus, Stage = tahap, Evidence = dokumen bukti,
Thread = rencana (benang merah), Concern = masalah, Practice = praktik baik, Report = rapor mutu of one year,
Adoption = what an imbas school took over, ImbasReport = its imbas/<npsn>.yml.
"""

from potret.model.cycle import STAGES, Activity, Allocation, Concern, Cycle, Evidence, Stage, StageFront, Thread
from potret.model.imbas import IN_USE, STATUSES, Adoption, ImbasReport
from potret.model.metric import EDITIONS, SCALES, Comparison, Report, Score
from potret.model.photo import SCOPES, Album, AlbumFront, Consent, Photo, PhotoFront, Scope
from potret.model.practice import Attachment, Confirmation, Practice, PracticeFront
from potret.model.profile import FUNDS, SCHOOL_TYPES, ImbasSchool, Profile
from potret.model.school import Portfolio, Quarantined, School
from potret.model.slide import OwnSlide
from potret.model.text import SOURCE_LOCALE, Noun, Text
from potret.model.withdrawal import Withdrawal, Withdrawals
from potret.model.writing import Article, PortraitFront, TranslationFront, Writing

__all__ = [
    "EDITIONS",
    "FUNDS",
    "IN_USE",
    "SCALES",
    "SCHOOL_TYPES",
    "SCOPES",
    "SOURCE_LOCALE",
    "STAGES",
    "STATUSES",
    "Activity",
    "Adoption",
    "Album",
    "AlbumFront",
    "Allocation",
    "Article",
    "Attachment",
    "Comparison",
    "Concern",
    "Confirmation",
    "Consent",
    "Cycle",
    "Evidence",
    "ImbasReport",
    "ImbasSchool",
    "Noun",
    "OwnSlide",
    "Photo",
    "PhotoFront",
    "Portfolio",
    "PortraitFront",
    "Practice",
    "PracticeFront",
    "Profile",
    "Quarantined",
    "Report",
    "School",
    "Scope",
    "Score",
    "Stage",
    "StageFront",
    "Text",
    "Thread",
    "TranslationFront",
    "Withdrawal",
    "Withdrawals",
    "Writing",
]
