"""A story beside the table: what is known of it, then its text, or its red flags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from storybank.bank.library import Entry
from storybank.errors import StorybankError
from storybank.text.when import minutes
from storybank.tui.widgets.markdown_content import markdown_content
from storybank.tui.widgets.severity import COLOURS, NONE, SIGNS, WORDS

if TYPE_CHECKING:
    from storybank.check.model import Finding
_REST_SECONDS = 0.1
"""How long the cursor rests on a story before its text is laid out: moving on is never slowed by it."""


@dataclass(frozen=True, slots=True)
class About:
    """Where a preview gets its words from."""

    body: Callable[[str], str]
    """Story id -> its markdown."""
    warning: Callable[[str], str]
    """Story id -> where it was told already, else ''."""


class StoryPreview(VerticalScroll):
    """The story under the cursor."""

    DEFAULT_CSS = """
    StoryPreview { background: $background; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    StoryPreview .about { margin: 0 1 1 1; }
    StoryPreview .flags { margin: 0 1; }
    StoryPreview .text { margin: 0 1; }
    """

    def __init__(self, about: About) -> None:
        """An empty preview that asks `about` for its words."""
        super().__init__()
        self._about = about
        self._entry: Entry | None = None
        self._shown: object = None
        self._rest: Timer | None = None
        self.flags = False
        """Whether it shows the red flags instead of the text."""

    def compose(self) -> ComposeResult:
        """The head, and below it the flags or the text."""
        yield Static(classes="about")
        yield Static(classes="flags")
        yield Static(classes="text")

    def show(self, entry: Entry | None, *, flags: bool | None = None) -> None:
        """Show a story; its text follows a moment later, so that the cursor runs freely.

        Args:
            entry: the story; None clears the preview.
            flags: whether to show its red flags; None leaves that as it was.
        """
        moved = entry is None or self._entry is None or entry.card.id != self._entry.card.id
        self._entry = entry
        self.flags = self.flags if flags is None else flags
        if moved:
            self.scroll_home(animate=False)
        self.border_title = None if entry is None else Content(entry.card.title)
        self.query_one(".about", Static).update(self._head(entry) if entry else Content())
        found = self.query_one(".flags", Static)
        found.display = self.flags
        found.update(flags_content(entry) if entry and self.flags else Content())
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST_SECONDS, self._show_text)

    def _head(self, entry: Entry) -> Content:
        card = entry.card
        first, *others = card.principles or ("no principle",)
        lines = [
            Content.assemble((first, "bold $text-accent"), *(("  " + name, "$foreground-muted") for name in others))
        ]
        facts = [card.id, card.level or "", f"{minutes(entry.seconds)} at a calm pace" if card.words else "no text"]
        lines.append(Content.styled("  ·  ".join(filter(None, (*facts, ", ".join(card.tags)))), "$foreground-muted"))
        if card.missing:
            lines.append(Content.styled(f"! no text for: {', '.join(card.missing)}", "$text-warning"))
        if warning := self._about.warning(card.id):
            lines.append(Content.styled(f"! {warning}", "$text-warning"))
        return Content("\n").join(lines)

    def _show_text(self) -> None:
        """Lay out the text, where it is not the flags that are looked at."""
        text = self.query_one(".text", Static)
        text.display = self._entry is not None and not self.flags
        width = self.scrollable_content_region.width - 2
        if self._entry is None or self.flags or width <= 0:
            return
        body = self._body(self._entry)
        if (body, width) != self._shown:
            self._shown = body, width
            text.update(markdown_content(body, width))

    def on_resize(self) -> None:
        """The lines have another width."""
        self._show_text()

    def _body(self, entry: Entry) -> str:
        try:
            return self._about.body(entry.card.id)
        except StorybankError as error:
            return f"```\n{error}\n```"


def flags_content(entry: Entry) -> Content:
    """The red flags of a story in words: what, where, why it costs an offer, how to mend it."""
    if entry.outcome is None:
        return Content.styled("The stories are being checked ...", "$foreground-muted")
    if not entry.outcome.findings:
        silenced = f" ({entry.outcome.suppressed} silenced)" if entry.outcome.suppressed else ""
        return Content.styled(f"{NONE} No red flags{silenced}.", "$text-success")
    return Content("\n\n").join(_flag(finding) for finding in entry.outcome.findings)


def _flag(finding: Finding) -> Content:
    level = finding.severity.value
    place = f"line {finding.line}" + (f", {finding.section.capitalize()}" if finding.section else "")
    parts = [
        Content.assemble(
            (f"{SIGNS[level]} {WORDS[level]}", f"bold {COLOURS[level]}"),
            (f"  {place}  ·  {finding.rule}", "$foreground-muted"),
        ),
        Content.styled(finding.message, "bold"),
    ]
    if finding.evidence:
        parts.append(Content.styled(f"│ {finding.evidence}", "$foreground-muted italic"))
    parts.append(Content.assemble(("Why  ", "$foreground-muted"), finding.why))
    parts.append(Content.assemble(("Fix  ", "$text-success"), finding.fix))
    return Content("\n").join(parts)
