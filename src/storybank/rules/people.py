"""Words for the other people of a story, as parts of patterns."""

import re

from storybank.rules.vocabulary import word_set

_ROLES = r"""
    manager|boss|classmate|team\ ?mate|group\ ?mate|room\ ?mate|team-mate|supervisor|director|vp|ceo|cto|lead
        |teammate|colleague|coworker|co-worker|developer|engineer|designer|analyst|tester|contractor|consultant
        |vendor|supplier|client|predecessor|intern|employee|salesperson|architect|executive|pm|owner|partner
        |instructor|lecturer|tutor|stakeholder|administrator|recruiter|professor|teacher|customer|guy|girl|person
              |member|head|staff|rep
"""
_GROUPS = r"""
    team|department|management|leadership|qa|marketing|sales|engineering|product|hr|finance|legal|ops
        |operations|security|procurement|support|backend|frontend|agency|company|upper\ management
        |organi[sz]ation|group|crew|university|school|college|administration|faculty
"""
OTHERS = rf"""
    (?:(?:he|she|they|(?:most|some|half|none|all|both|many|several|one|two|three)\ of\ (?:them
        |(?:the|my|our|his|her|their)\ (?:[\w-]+\ ){{0,2}}?(?:{_ROLES}|{_GROUPS})s?)|(?:the\ )?rest\ of\ (?:the|my
              |our)\ (?:team|group|class)|(?:other|some
        |certain)\ (?:[\w-]+\ )?(?:members|people|guys|girls|teams?|developers|engineers|managers|students|players)
        |everyone\ else|everybody\ else|no\ one\ else|nobody\ else|somebody\ else|someone\ else|other\ people
        |people|(?:senior|upper|middle|top|executive|line)\ management|(?:last|other|each|every|certain
        |another)\ (?:group|team)\ members?)|(?:the|our|my|their|his|her|an?|one|another|that|this|other
        |previous|former|some)\ (?:[\w-]+\ ){{0,3}}?(?:{_ROLES}|{_GROUPS})s?(?:\ (?:team|lead|department
        |manager|member|of\ \w+))?s?|(?:{_GROUPS}|developers|engineers|designers|managers|stakeholders
        |colleagues|contractors|vendors|bosses|team-?\ ?mates|co-?workers|classmates|(?:team|group
        |staff)\ members|(?:these|those)\ (?:two|three|people|guys)))
"""
"""A person or group other than the speaker; matches text in lower case, in verbose patterns."""

_PLAIN = re.compile(r"[a-z]+")
PEOPLE = frozenset(
    form
    for word in _PLAIN.findall(
        _ROLES.replace("\\ ?", "") + _GROUPS.replace("organi[sz]ation", "organization organisation")
    )
    for form in (word, word + "s", word + "'s", word + "s'")
) | word_set("he she they their his her him them people everyone everybody nobody somebody someone members rest")
"""Words of which a sentence about others has at least one."""
