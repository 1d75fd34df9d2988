"""Forces are mobilised, sent, exercised, pledged, armed or stationed."""

from __future__ import annotations

from sayso.claimtypes.interface import ClaimType
from sayso.model.proposition import Proposition


class Deployment(ClaimType):
    """Presence of forces too; with negative polarity where it is denied."""

    name = "deployment"
    slots = frozenset({"actor", "target", "place", "place_from", "place_to", "quantity", "when"})
    asks = "What forces does {actor} deploy?"

    def verb(self, p: Proposition) -> str:
        return "deploys" if p.polarity == "positive" else "does not deploy"


TYPE = Deployment()
