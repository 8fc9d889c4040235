"""What a story is called: by its heading, else by a question, a principle, a note or its first words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storybank.importers import heads
from storybank.importers.scopes import Head
from storybank.importers.stories import Told, sections_of
from storybank.principles import PrincipleSet

_FIRST_WORDS = 9
_LONG = 120


@dataclass(frozen=True, slots=True)
class Title:
    """A story's name and where it comes from."""

    text: str
    id: str | None = None
    """Explicit in the heading."""
    head: Head | None = None
    """The heading, None where no heading names the story."""


@dataclass(frozen=True, slots=True)
class Namer:
    """Names the stories of one document."""

    principles: PrincipleSet
    shared: frozenset[int]
    """Lines of headings above several stories: they name a group."""
    common: frozenset[str]
    """Wordings that several nearest headings have, below different parents: 'STAR answer' names no story."""

    @classmethod
    def of(cls, stories: Sequence[Told], principles: PrincipleSet) -> Namer:
        """A namer that knows the headings of these stories."""
        above = Counter(line for s in stories for line in {h.row.line for h in s.scope.path})
        parents: dict[str, set[int]] = {}
        for path in (s.scope.path for s in stories if len(s.scope.path) > 1):
            parents.setdefault(heads.plain(path[-1].text), set()).add(path[-2].row.line)
        return cls(
            principles,
            frozenset(line for line, times in above.items() if times > 1),
            frozenset(text for text, lines in parents.items() if len(lines) > 1),
        )

    def name(self, story: Told, default: str | None) -> Title:
        """The title of a story; `default` is what the front matter says."""
        if story.group.title:
            return Title(story.group.title)
        head = self._head(story)
        if head is not None:
            found, text = heads.title_of(head.text)
            return Title(heads.without_principles(text, self.principles), found, head)
        return Title(default or self._fallback(story))

    def _head(self, story: Told) -> Head | None:
        """The nearest heading that names this story and no other; a numbered one above it comes first."""
        path = story.scope.path
        named = [h for h in path if self._names_a_story(h)]
        own = [h for h in named if h.row.line not in self.shared] or [h for h in named[-1:] if h is path[-1]]
        if not own:
            return None
        if len(own) > 1 and heads.is_numbered(own[-2].text) and not heads.is_numbered(own[-1].text):
            return own[-2]
        return None if own[-1].level == 1 and len(named) == 1 and story.facts.title else own[-1]

    def _names_a_story(self, head: Head) -> bool:
        text = head.text
        return not (
            heads.is_generic(text) or heads.is_principle(text, self.principles) or heads.plain(text) in self.common
        )

    def _fallback(self, story: Told) -> str:
        if story.facts.title:
            return story.facts.title
        if story.facts.questions:
            return story.facts.questions[0].text
        for head in reversed(story.scope.path):
            if heads.principles_in(head.text, self.principles):
                return heads.plain(head.text)
        for note in story.facts.notes:
            words = heads.plain(note.text.split("\n")[0])
            if 3 <= len(words) <= _LONG:
                return words
        if story.scope.head is not None and heads.plain(story.scope.head.text):
            return heads.plain(story.scope.head.text)
        words_of = heads.plain(sections_of(story.group.pieces)[0].text.split("\n")[0]).split()
        return " ".join(words_of[:_FIRST_WORDS]) + ("..." if len(words_of) > _FIRST_WORDS else "") or "Untitled"


def numbered(titles: Sequence[str]) -> list[str]:
    """Titles made different: the second of a name gets ' (2)'."""
    seen: Counter[str] = Counter()
    result = []
    for title in titles:
        seen[title] += 1
        result.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return result
