"""One line → is it page furniture, not the article's own words?

Lists of what pages print around an article. A line is furniture only if the whole of it fits a
pattern; patterns that leave room for free words do not apply to a line that quotes someone or has
a verb of saying, so "The advertisement was withdrawn, the ministry said." is never furniture.
"""

from __future__ import annotations

import re

MAX_CHARACTERS = 300
"""A longer line is a paragraph, whatever its words."""

_NETWORKS = (
    "facebook|twitter|x|whats ?app|linked ?in|telegram|reddit|e-?mail|messenger|instagram|youtube|"
    "flipboard|pinterest|threads|bluesky|tiktok|signal|print|copy link|more"
)
_SHARE = (
    rf"(?:share|tweet|post|{_NETWORKS})(?:[\s,|/·•]+(?:and |or |share|tweet|post|{_NETWORKS})+)*"
)

# The whole line, but for punctuation around it.
_WHOLE = (
    # advertisements
    r"ads?|adverts?|advertisements?|(?:scroll|swipe)(?: down)? to continue.{0,30}",
    r"advertisement\W+(?:article|story|content|scroll|continue|this|close|skip)\b.{0,50}",
    r"(?:sponsored|promoted|paid)(?: (?:content|post|by.{0,40}))?",
    r"(?:article|story|content) continues (?:below|after)(?: (?:this )?ad(?:vert(?:isement)?)?)?",
    r"(?:skip|remove|report(?: this)?|close) ads?(?:vertisement)?",
    # getting about
    r"home|(?:open |close |main )?menu|close|search|sections?",
    r"skip to (?:main )?(?:content|navigation)",
    r"back to (?:top|home(?: ?page)?)|next(?: article| story)?|previous(?: article| story)?",
    r"loading|live|breaking(?: news)?|watch live|listen to this article|play video",
    r"(?:show|read|see|view|load) (?:more|less|all)(?: comments)?|continue reading|read full story",
    # sharing and signing up
    rf"share (?:this|on|via|with)(?: (?:article|story|page|post|{_NETWORKS}))?(?: .{{0,30}})?",
    r"(?:print|save|bookmark|gift|e-?mail)(?: this)?(?: (?:article|story|page))?",
    r"link copied(?: to clipboard)?|copied|add(?: us)? (?:as a preferred source )?on google",
    r"(?:sign|log) ?(?:up|in|out|on)(?: here| now| today| free)?|register(?: now)?|my account",
    r"subscribe(?: (?:here|now|today|for free))?|subscribers? only|donate(?: now)?|support us",
    r"newsletters?|get the app|(?:enable )?notifications?|follow",
    # law and housekeeping
    r"(?:privacy|cookies?|legal)(?: (?:policy|notice|settings|preferences|statement))?",
    r"terms(?: (?:of (?:use|service|sale)|(?:and|&) conditions))?",
    r"do not sell (?:or share )?my .{0,30}",
    r"about(?: us)?|contact(?: us)?|careers|accessibility|site ?map|help(?: cent(?:er|re))?|faqs?",
    r"(?:accept|reject|allow|decline|refuse)(?: all)?(?: cookies)?|i agree|got it",
    r"(?:manage|change|customi[sz]e)(?: (?:my|your))? (?:cookies|preferences|settings|choices)",
    r"all rights reserved|reprints?(?: and permissions)?|report (?:an? )?(?:error|typo)",
    # times
    r"(?:estimated )?read(?:ing)? time:? .{1,20}",
    r"(?:a |an |\d+ )(?:second|minute|min|hour|hr|day|week|month)s? ago",
    # pictures
    r"(?:view|open|enlarge|expand) (?:image|picture|photo|gallery)(?: .{0,20})?",
    r"getty images|shutterstock",
)

# The line's beginning, and what it must be about; not if someone speaks in it.
_BEGINS = (
    r"(?:we|(?:this|our) (?:web)?site|we and our partners)\b.{0,60}\buses? cookies\b",
    r"by (?:continuing|clicking|using|browsing|signing up|submitting)\b"
    r".*\b(?:cookies|you (?:agree|accept|consent))\b",
    r"(?:sign up|subscribe) (?:for|to|now|here|today|and)\b"
    r".*\b(?:newsletters?|inbox|briefings?|alerts|our|daily|weekly)\b",
    r"get\b.{0,60}\b(?:newsletters?|your inbox|our app)\b|enter your e-?mail\b",
    r"join our\b.*\b(?:channel|community|group|newsletter)\b",
    rf"(?:join|find|like) us on (?:our|{_NETWORKS})\b|follow (?:\S+ ){{1,4}}on (?:{_NETWORKS})\b",
    r"(?:download|get) (?:our|the)\b.{0,40}\bapps?\b|(?:click|tap) here (?:to|for)\b",
    r"support (?:our|independent|quality) journalism\b",
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))|.{0,60}\ball rights reserved\W*$",
)

# A label that makes a short line of it: a credit or a stamp.
_LABELLED = re.compile(
    r"(?:photo(?:graph|s)?|images?|pictures?|credit|(?:photo|image|picture) (?:credit|source))"
    r"(?: by)?\s*:\s*.{1,100}|image source, .{1,60}|(?:photo|photograph|picture) by .{1,60}"
    r"|.{1,60}/\s*(?:getty images|afp|reuters|ap(?: photo)?|epa|shutterstock)(?:\s+via .{1,30})?"
    r"|(?:(?:last |first )?(?:published|updated|posted|modified)\b).{0,12}\d.{0,60}"
    r"|(?:.{0,60}\D)?\d{1,2} ?-?min(?:ute)?s?[ -]read(?:\W.{0,30})?",
    re.IGNORECASE,
)

# A heading above a list of links to other articles.
_OPENS = re.compile(
    r"(?:read|see|explore) more (?:articles |stories |news )?(?:on|from|about|in)\b.{0,50}"
    r"|(?:read|see) (?:more|next|also)|also read|what to read next|up next|go deeper"
    r"|(?:related|recommended|suggested)"
    r"(?: (?:articles?|stories|content|topics|news|links|reading|for you))?"
    r"|most (?:read|popular|viewed|shared)(?: .{0,20})?|trending(?: now)?|editor'?s'? picks?"
    r"|(?:popular|top|latest|more|other|sponsored|promoted)"
    r" (?:stories|news|articles|headlines|posts)"
    r"|more (?:on|from) .{1,50}|you (?:may|might) also (?:like|be interested in)"
    r"|(?:topics|tags|keywords|filed under)(?:: .{0,100})?|(?:around|from) the web"
    r"|(?:view |leave a |post a |add a |\d+ )?comments?(?: \(?\d+\)?)?|join the conversation",
    re.IGNORECASE,
)

# A link to another article on one line.
_LINK = re.compile(
    r"(?:read(?: more| also| next)?|also read|see also|related(?: \w+)?|recommended|watch|listen"
    r"|don['’]t miss|in pictures)(?:\s*[:|]|\s+[–—-])\s+\S.*(?<![.!])(?<![.!][\"”'’])",
    re.IGNORECASE,
)

_WHOLE_LINE = re.compile("|".join(_WHOLE), re.IGNORECASE)
_SHARE_LINE = re.compile(_SHARE, re.IGNORECASE)
_BEGINNING = re.compile("|".join(_BEGINS), re.IGNORECASE)
_SPEAKS = re.compile(
    r"[\"“”«»]|\b(?:said|says?|saying|told|tells|according to|reported|reports|announced|warned|"
    r"claimed|denied|confirmed|added|wrote|quoted|asked)\b",
    re.IGNORECASE,
)
_EDGES = " \t.:,;!*-–—|·•<>›»→←↓↑▶▼[](){}+#"


def is_furniture(line: str) -> bool:
    """True if the whole line is something that pages print around any article."""
    if len(line) > MAX_CHARACTERS:
        return False
    speaks = bool(_SPEAKS.search(line))
    if not speaks and _BEGINNING.match(line):
        return True
    if line.endswith(".") and (len(line.split()) > 5 or _SHARE_LINE.fullmatch(line[:-1])):
        return False
    return _is_menu(line) or bool(_LINK.fullmatch(line)) or (not speaks and _is_labelled(line))


def opens_list(line: str) -> bool:
    """True of a heading such as "Related stories", below which links to other articles follow."""
    plain = line.strip(_EDGES)
    return not line.endswith((".", "!", "?")) and bool(_OPENS.fullmatch(plain))


def _is_menu(line: str) -> bool:
    """One known label, or several with bars or arrows between them; or breadcrumbs from Home on."""
    parts = [part.strip(_EDGES) for part in re.split(r"[|·•>›»]", line)]
    if len(parts) > 1 and parts[0].casefold() == "home":
        return all(len(part.split()) <= 3 for part in parts)
    known = (_WHOLE_LINE.fullmatch(part) or _SHARE_LINE.fullmatch(part) for part in parts if part)
    return any(parts) and all(known)


def _is_labelled(line: str) -> bool:
    return bool(_LABELLED.fullmatch(line)) and len(line.split()) <= 14
