"""What the heads tell apart; the order is that of their outputs."""

from __future__ import annotations

TYPES = (
    "control", "takeover", "retreat", "attack", "casualties", "flight", "deployment", "talks", "stance",
    "measure", "other",
)  # fmt: skip
ANCHORS = (*TYPES, "cue")
"""What hangs at a word: a statement of a type, or a report of speech."""
CUE = ANCHORS.index("cue")
ROLES = ("actor", "target", "place", "place_from", "place_to", "quantity", "when", "source", "cue", "content")
KINDS = ("person", "party", "organisation", "outlet", "state", "unit", "place", "weapon")
EPISTEMIC = ("true-certain", "true-uncertain", "unknown", "false-uncertain", "false-certain")
MODALITIES = ("actual", "intended", "predicted", "demanded", "conditional")
VERIFICATIONS = ("none", "unverified", "disputed", "confirmed")
VERDICTS = {
    "epistemic": EPISTEMIC,
    "modality": MODALITIES,
    "polarity": ("positive", "negative"),
    "verification": VERIFICATIONS,
}
