"""Two themes of ours: quiet grounds, one blue that leads the eye, one amber for what is marked."""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="storybank-night",
    dark=True,
    primary="#7d9bf0",
    secondary="#b69cf0",
    accent="#f0b866",
    success="#7fc99a",
    warning="#e8b653",
    error="#f07a78",
    foreground="#d9dce8",
    background="#14151c",
    surface="#1a1c25",
    panel="#242734",
    variables={"border": "#7d9bf0", "border-blurred": "#3a3f52", "footer-key-foreground": "#f0b866"},
)
PAPER = Theme(
    name="storybank-paper",
    dark=False,
    primary="#3a5bb0",
    secondary="#6d4fa3",
    accent="#a85a14",
    success="#2c7a4b",
    warning="#8f6200",
    error="#b3332c",
    foreground="#2a2926",
    background="#fbf9f4",
    surface="#f5f1e8",
    panel="#e9e3d6",
    variables={"border": "#3a5bb0", "border-blurred": "#cfc7b6", "footer-key-foreground": "#a85a14"},
)
THEMES = (NIGHT, PAPER)
DEFAULT = NIGHT.name
