"""The encoding of bytes that do not say it."""

from __future__ import annotations

from charset_normalizer import from_bytes

_SAMPLE = 32768
# What news files come in; the detector's other candidates (EBCDIC, Mac and DOS pages of one country)
# only ever won by accident on short texts.
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_9", "shift_jis", "euc_jp", "gb18030",
    "big5", "euc_kr", "cp866", "tis_620",
]  # fmt: skip
# In Western text the bytes over 0x7F are mostly these: curly quotes, dashes, dots, accents, signs.
_WESTERN_MARKS = frozenset("€‚„…‘’“”•–—™ £©«®°´·»".encode("cp1252"))


def guess_encoding(content: bytes) -> str:
    """Return the most likely 8-bit or East Asian encoding of bytes that are not UTF-8."""
    sample = content[:_SAMPLE]
    high = [byte for byte in sample if byte > 0x7F]
    # A detector needs letters to go by; a few typographic marks among ASCII say Windows Western.
    if high and len(high) < 0.1 * len(sample):
        marks = sum(byte in _WESTERN_MARKS for byte in high)
        if marks >= 0.5 * len(high):
            return "cp1252"
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best is not None else "cp1252"
