"""Micromanagement: the leader does, checks or approves every detail.

Source: the L6 guide's 'Red Flags to Avoid' (leadership).
"""

from storybank.rules.control import FRAMES
from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said
from storybank.rules.vocabulary import word_set

RULE = Wording(
    id="micromanagement",
    name="Manages every detail",
    severity=Severity.WARNING,
    message="This reads as micromanagement",
    why="From a manager one expects that people are trusted and grow; checking everything does not scale.",
    fix="Say which outcome and guard rails you set, what you delegated, and the few things you looked at and why.",
    triggers=word_set(
        """
        through past sat joined attended
    me dictated sat stood all until unless checking check every everything everyone each all approve approved
    approval exactly line hourly step constantly personally myself redid rewrote nothing daily double-checked
    checked monitored trust hour detail details day closely anything shoulder stood standing
    sitting hovered hovering faster quicker easier simpler behind
    """
    ),
    pattern=r"""
        \b(?:every|each|all)\ (?:[\w-]+\ ?){1,3}(?:,[^.!?\n]{1,40},)?\ ?(?:had|has|needed|needs)\ to\ (?:go
            |come|run|pass)\ (?:through|by|past)\ me\b
      | \b(?:joined|attended|sat\ in\ on|sat\ in|listened\ in\ on)\ (?:every|each
          |all)\ (?:single\ )?(?:of\ )?(?:the\ |their\ )?(?:meeting|call|interview|standup
          |discussion)s?\ (?:\w+\ ){0,2}?(?:my|the|their|they|between|so)\b
      | \bi\ (?:personally\ )?approved\ (?:every|each)\ (?:single\ )?\w+\b
     |        \b(?:i|i'd|i'll|i'm|and|then|would|to)\ (?:\w+ly\ |always\ |also\ |would\ |had\ to\ |have\ to[ ]
            |made\ sure\ (?:to|i)\ |like\ to\ |wanted\ to\ |needed\ to\ |still\ ){0,2}
        (?:review|check|approv|inspect|read|verif|monitor|sign|oversee|oversaw|track|watch
            |supervis|correct|rewr[oi]te|edit|look|went|test|micromanag|examin|validat|dictat|control)\w*
        \ (?:over\ |at\ |off\ (?:on\ )?|through\ |on\ |and\ \w+\ )?(?:every\ (?:single\ )?
            |each\ (?:and\ every\ |single\ )|all\ of\ (?:their|his|her)\ |all\ (?:their|his|her)\ |(?:their|his
            |her)\ every\ )
        (?:\w+\ )?(?:line|commit|pull|pr|change|email|e-mail|task|step|detail|decision|ticket|document|message
            |code|work|move|slide|spreadsheet|word|deliverable|keystroke|action|hour|minute|output)s?\b
      | \b(?:nothing|no\ (?:code|change|email|document|decision|one|pull\ request)|everything
          |every\ (?:\w+\ ){1,3})\ ?(?:could\ |can\ |was\ to\ |would\ |had\ to\ |has\ to\ |must\ |went\ |goes[ ]
          |go\ |ever\ |be\ |shipped\ |merged\ |get\ |left\ |sent\ |out\ |to\ ){1,5}
        (?:without\ (?:my|me)\b|(?:go\ |come\ |run\ |pass\ |get\ )?(?:through|by|past)\ me\b
            |(?:be\ )?approved\ by\ me|with\ my\ approval|my\ (?:sign-?off|approval))
      | \b(?:told|tell|telling|showed|dictated\ to|instructed)\ (?:\w+\ ){1,4}?exactly\ (?:how|what)\ to\b
      | \b(?:all|every|each)\ (?:[\w-]+\ ){1,7}?(?:had|has|have|needed|need
          |needs)\ to\ be\ (?:\w+ly\ )?(?:approved|reviewed|checked|signed\ off|cleared|confirmed|authori[sz]ed
          |validated)\ by\ me\b
      | \bdouble-?\ ?check\w*\ (?:every(?:one|body)(?:'s|\ else's)|all\ of\ (?:their|his|her)|all\ (?:their|his
          |her|the\ team's)|their|his|her|each)\b
      | \b(?:send|sent|give|gave|email|report)\ (?:to\ )?me\ (?:an?\ |their\ )?(?:\w+\ ){0,2}?(?:updates?
          |reports?|status|summary)\ (?:at\ (?:\w+,?\ ){1,6}(?:and|o'clock)|every|each|twice|three\ times
          |hourly|several\ times)
      | \b(?:nothing|no\ \w+|nobody|no\ one)\ (?:[\w-]+\ ){1,6}?(?:until|unless|before|that\ i\ had\ not
            |that\ i\ hadn't|(?:without|until)\ me)(?:\ i)?\ (?:had\ |have[ ]
          |'d\ )?(?:\w+ly\ )?(?:read|check|approv|review|correct|sign|seen|saw|look|said|gave)\w*
      | \b(?:every|all|each|any|them)\b[^.!?\n]{0,40}\ to\ me\ for\ (?:my\ )?(?:final\ )?(?:approval|review|sign-?off)\b
      | \b(?:dictat\w+|explain\w+|spell\w+\ out|specif\w+)\ (?:[\w-]+\ ){0,4}?(?:line\ by\ line|step\ by\ step
          |word\ (?:by|for)\ word|every\ \w+)\b
      | \b(?:told|tell|telling)\ (?:each|every)\ (?:\w+\ )?(?:engineer|developer|person|member|analyst|designer
          |tester|report|teammate|one\ of\ them)\ (?:which|exactly|how|what)\b | \bchecked\ (?:their|his
          |her)\ (?:screens?|work|code)\ (?:\w+\ ){0,2}?(?:during|every|each|all|several|daily|hourly)\b
      | \bset\ the\ (?:hours|minutes|order|steps)\ (?:for|of)\ (?:every|each|all)\b | \b(?:asked|made
          |had)\ (?:them|him|her|everyone)\ (?:to\ )?justify\ (?:any|every|each|all)\b
      | \bi\ (?:sat|stood)\ (?:\w+\ )?(?:next\ to|beside|behind)\ (?:[\w-]+\ ){1,4}?(?:for\ the\ whole|all\ day
          |every\ day|until|whole\ time|the\ entire|while\ (?:he|she|they))
      | \bi\ (?:\w+ly\ )?(?:joined|attended|sat\ in\ on|listened\ in\ on|dialled\ into|decided|chose|picked
          |set)\ (?:on\ )?(?:every|each|all)\ (?:one\ |single\ )?(?:of\ )?(?:their|his|her)\b | \bi\ (?:decided
          |chose|set|dictated|specified)\ the\ (?:\w+\ ){1,3}of\ every\b
      | \b(?:hourly|half-?hourly)\ (?:\w+\ )?(?:updates?|status|check-?ins?|reports?)\b[^.!?\n]{0,40}?\b(?:from
          |by)\ (?:each|every|all|my|the\ (?:team|engineers?))\b
      | \b(?:asked|wanted|demanded|required|requested|made|insisted|expected|report(?:ed)?\ (?:back\ )?to\ me
          |check(?:ed)?\ in\ with\ (?:me|them|him|her|everyone
          |each\ \w+))\ (?:[\w-]+\ ){0,8}?(?:every\ (?:single\ |few\ |two\ |half\ )?(?:hours?|30\ minutes
          |half\ hour)|twice\ a\ day|three\ times\ a\ day|several\ times\ a\ day|multiple\ times\ a\ day)\b
      | \bi\ (?:just\ |simply\ |often\ |usually\ |ended\ up\ |always\ )?(?:redid|re-?wrote|rewrote|redoing
          |re-?did|rewriting)\ (?:all\ )?(?:of\ )?(?:his|her|their|the\ (?:team|engineer|developer)'s
          |most\ of\ (?:his|her|their))\b
      | \bi\ (?:didn't|did\ not|don't|couldn't|could\ not)\ (?:really\ )?trust\ (?:anyone|anybody|them|him|her
          |the\ team|my\ team|others)\b(?!')
      | \b(?:stood|standing|sat|sitting|hover(?:ed|ing))\ (?:\w+\ ){0,2}?(?:behind|over|beside)\ (?:his|her|their
            |\w+'s)\ (?:chair
          |desk|screen|computer)s?\b
      | \b(?:faster|quicker|easier|simpler)\ (?:to\ (?:just\ )?do\ (?:it|them|everything)\ myself
            |if\ i\ (?:just\ )?(?:do|did)
          \ (?:it|everything))\b
      | \b(?:over|behind)\ (?:his|her|their|everyone's|each\ \w+)\ shoulders?\b
      | \bi\ (?:\w+ly\ )?(?:assigned|planned|scheduled|laid\ out|specified|controlled|managed|dictated
          |broke\ down)\ (?:\w+\ ){0,2}?every\ (?:single\ )?(?:minute|hour|step|detail|task|subtask|decision
          |move|day)\b
      | \bi\ (?:personally\ |always\ )?(?:made|make|took)\ (?:every|all)\ (?:\w+\ )?(?:the[ ]
          |of\ the\ )?(?:decisions?|calls)\b
      | \bi\ (?:had|wanted|required|insisted|asked|demanded|expected|made)\ [^.!?\n]{0,60}?\b(?:cc(?:'d
          |ed)?\ (?:me\ )?on\ (?:every|all)|copy\ me\ on\ (?:every|all)|copied\ on\ (?:every|all)
          |my\ (?:\w+\ )?approval\ (?:before|for|on)\ (?:every|any|each|all|they))
    """,
    frames=FRAMES,
    unless=r"""
        \bmy\ own\b | \b(?:used\ to|i\ thought|told\ myself|believed|believing
              |thinking)\b | \basked\ me\ to\b | \b(?:said|told\ me|heard|feedback|survey|learned|complained
              |felt)\ (?:that\ )?i\b
            | \bmicro-?manag\w+\ (?:everything|and\ it|too)\b | \b(?:mistake|wrong|realized|realised
            |learned)\ (?:\w+\ ){0,3}?micro-?manag |
        \b(?:instead\ of|rather\ than|without|stopped|avoid\w*|no\ longer)\ (?:\w+ly\ )?(?:review|check|approv
            |micromanag|inspect|tell|control|look|verify|monitor|rewrit|dictat)ing\b
      | \b(?:not\ to|don't|didn't\ want\ to|never\ wanted\ to|no\ longer
          |no\ need\ to)\ (?:\w+\ ){0,2}?(?:review|check|approve|micromanage|inspect|tell|control|look|verify
          |monitor|rewrite|dictate)\b
    """,
    fires=(
        said("I reviewed every single pull request myself and approved all their emails before they were sent."),
        said("Nothing went out without my approval, and I told the engineers exactly how to write each function."),
        said("I asked for a status report every two hours until it was done."),
        said("I stood behind his desk until it was fixed; most days it was quicker if I just did it."),
        said("Nothing was served without my go-ahead, and I rewrote most of what the cooks had planned."),
        said("I told them what to write, decided which font, which picture, and which title they took."),
        said("I asked everyone for a note at nine, at noon and at five."),
        said("They were not allowed to call a guest unless I was there; it was quicker than explaining."),
        said("I cut the work into half-hour tasks for each of them and looked over their shoulders."),
        said("All their drafts came to me for approval, and nothing left the office that I had not read."),
    ),
    silent=(
        said("I set the goal and the guard rails; Ana led the design and I checked in once a week."),
        said("Instead of reviewing every line, I trained two reviewers and sampled one change in ten."),
        said("I checked every line of my own script twice and let a colleague run it first."),
        said("I used to think it was easier to do everything myself; now two deputies run the week."),
        said("I read every exit interview before I proposed anything."),
        said("I asked the guests what to keep, and the cooks decided what to cook."),
        said("I rewrote most of my speech on the train."),
        said("Every pull request now runs the checks by itself, so reviewers read for design."),
    ),
)
