"""Red flags as signs and words, so that colour is never needed to tell them apart."""

from __future__ import annotations

from storybank.bank.library import Entry

SIGNS = {"error": "✗", "warning": "!", "info": "·"}
WORDS = {"error": "error", "warning": "warning", "info": "hint"}
COLOURS = {"error": "$text-error", "warning": "$text-warning", "info": "$foreground-muted"}
NOT_YET, NONE = "…", "✓"


def flags_text(entry: Entry) -> str:
    """'✗ 3': the sign of the worst and how many there are; '✓' for none, '…' until the check has read the story."""
    if entry.outcome is None:
        return NOT_YET
    return f"{SIGNS[entry.worst.value]} {entry.flags}" if entry.worst else NONE
