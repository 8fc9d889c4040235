"""Stories with known red flags."""

FLAGGED = """\
---
id: OW-1
title: The slow build
principles: [Ownership]
level: L6
---

## Situation

The build of our shop took 50 minutes, and our release manager never tested anything.

## Task

I had to get the build under 30 minutes within 6 weeks, and our budget was $90K.

## Action

I asked the platform team for their traces. I led two engineers through the slowest steps, because nobody owned them.

## Result

The build takes 20 minutes (70% faster). Five other teams have adopted it since, which saved $60K a year.

## Cues

### Result

- 25 minutes, five other teams
"""
CLEAN = """\
---
id: DR-1
title: The parcels
principles: [Deliver Results]
level: L6
---

## Situation

Parcels went out a day late, because two warehouses kept their own lists; it cost us $1.2M a year.

## Task

I had to get them out on time in both, without new people, although neither wanted the list of the other.

## Action

I asked both leads to sort ten parcels by hand with me, and we saw where the lists differed. I decided to keep the
simpler one, though its owner disagreed at first, and coached him through the change with the sales team.

## Result

Late parcels fell from 40% to 10%, down 75%, and stayed there for two years. I learned to ask for objections early.
"""
