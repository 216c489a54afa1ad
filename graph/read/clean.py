"""Text as it comes → text as every later stage counts on it.

The one normalisation, of plain text and web pages alike. In this order:

1. Line ends (CR LF, CR, vertical tab, form feed, next line, U+2028, U+2029) become LF.
2. Every other space separator (no-break, thin, ideographic …) becomes a plain space.
3. Dropped: control characters but LF and tab, byte order marks, surrogates, soft hyphens,
   zero-width spaces, word joiners and bidirectional marks. The joiners U+200C and U+200D stay:
   Persian and Hindi names are spelt with them.
4. Unicode form NFC (Unicode Standard Annex 15).
5. Spaces and tabs at the end of a line go.

Doing it twice changes nothing. JSON Lines text never passes here: its offsets are the caller's.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff]"
)
_TRAILING = re.compile("[ \t]+$", re.MULTILINE)


def normalise(text: str) -> str:
    """The text with the five steps above done."""
    text = _LINE_END.sub("\n", text)
    text = _SPACE.sub(" ", text)
    text = _DROPPED.sub("", text)
    return _TRAILING.sub("", unicodedata.normalize("NFC", text))
