"""Every artefact that can be printed, by the name `potret print --apa` takes."""

from collections.abc import Mapping
from types import MappingProxyType

from potret.ekspose.assessors import ASSESSORS
from potret.ekspose.banner import ROLL_UP, SPANDUK, X_BANNER
from potret.ekspose.cards import CARDS, LABEL
from potret.ekspose.newsletter import NEWSLETTER
from potret.ekspose.odner import FULL, ODNER
from potret.ekspose.pamphlet import PAMPHLET
from potret.ekspose.potret import PORTRAIT
from potret.ekspose.printing import Artefact
from potret.ekspose.qr import QR
from potret.ekspose.slide import SLIDES

# A new artefact is one module with its Artefact, one template in theme/potret_theme/print/, and one line here.
ARTEFACTS: Mapping[str, Artefact] = MappingProxyType(
    {
        artefact.name: artefact
        for artefact in (
            PORTRAIT,
            ODNER,
            FULL,
            X_BANNER,
            ROLL_UP,
            SPANDUK,
            PAMPHLET,
            NEWSLETTER,
            CARDS,
            LABEL,
            QR,
            ASSESSORS,
            SLIDES,
        )
    }
)
