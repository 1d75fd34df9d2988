"""Text that was decoded wrongly before it came here (``â€œ`` for an opening quotation mark)."""

from __future__ import annotations

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import badness

# Only the encoding is undone: quotation marks stay curly, ligatures and widths as printed.
_CONFIG = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def repair(text: str) -> tuple[str, int]:
    """Return the text with wrongly decoded lines put right, and how many lines that were.

    A line is changed only where the change is clearly for the better: it held sequences that no
    language writes, and none of them is left.
    """
    if text.isascii():
        return text, 0
    repaired = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.isascii() or not badness(line):
            continue
        fixed = fix_encoding(line, _CONFIG)
        if fixed != line and not badness(fixed) and fixed.count("\ufffd") <= line.count("\ufffd"):
            lines[number] = fixed
            repaired += 1
    return "\n".join(lines), repaired
