"""The arc-hybrid transition system of dependency parsing, and what its weights look at.

A state is a stack, the next word and the arcs so far.  Three moves: put the next word on the stack;
hang the stack's top on the next word ("left") or on the word below it ("right") and take it off
(Kuhlmann et al. 2011; the oracle in ``training/parser.py`` is Goldberg and Nivre's, 2013).  A root
stands after the last word.  Training and parsing share `looks`: a change of it asks for new weights.
"""

from __future__ import annotations

from collections.abc import Sequence

SHIFT, LEFT, RIGHT = 0, 1, 2
NOTHING = -1


class State:
    """A parse under way of `size` words; position `size` is the root."""

    __slots__ = ("heads", "labels", "lefts", "next", "rights", "size", "stack")

    def __init__(self, size: int) -> None:
        self.size = size
        self.stack: list[int] = []
        self.next = 0
        self.heads = [NOTHING] * size
        self.labels = [""] * (size + 1)
        self.lefts: list[list[int]] = [[] for _ in range(size + 1)]
        self.rights: list[list[int]] = [[] for _ in range(size + 1)]

    @property
    def done(self) -> bool:
        """Tell whether only the root is left."""
        return self.next == self.size and not self.stack

    def allowed(self) -> tuple[bool, bool, bool]:
        """Tell which of shift, left and right may be done; the root takes one word."""
        some = bool(self.stack)
        at_end = self.next == self.size
        return not at_end, some and (not at_end or len(self.stack) == 1), len(self.stack) > 1

    def move(self, kind: int, label: str = "") -> None:
        """Do a move; `label` names the arc that a left or right move draws."""
        if kind == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        child = self.stack.pop()
        head = self.next if kind == LEFT else self.stack[-1]
        self.heads[child] = head
        self.labels[child] = label
        (self.lefts if kind == LEFT else self.rights)[head].append(child)


def looks(state: State, words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return what the weights look at; `words` and `tags` hold one entry more than the sentence: the root's.

    Beyond them (index -1, and one past the root) stand empty strings, which the caller appends.
    """
    stack, n0 = state.stack, state.next
    s0 = stack[-1] if stack else NOTHING
    s1 = stack[-2] if len(stack) > 1 else NOTHING
    s2 = stack[-3] if len(stack) > 2 else NOTHING
    n1 = n0 + 1 if n0 < state.size else NOTHING
    n2 = n0 + 2 if n0 + 1 < state.size else NOTHING
    n3 = n0 + 3 if n0 + 2 < state.size else NOTHING
    s0l, s0l2, vl0 = _outer(state.lefts, s0)
    s0r, s0r2, vr0 = _outer(state.rights, s0)
    s1l, _, vl1 = _outer(state.lefts, s1)
    s1r, s1r2, vr1 = _outer(state.rights, s1)
    n0l, n0l2, vln = _outer(state.lefts, n0)
    w0, t0 = words[s0], tags[s0]
    w1, t1 = words[s1], tags[s1]
    wn, tn = words[n0], tags[n0]
    wn1, tn1 = words[n1], tags[n1]
    t2, tn2, tn3 = tags[s2], tags[n2], tags[n3]
    gap = n0 - s0
    gap = gap if gap < 5 else 5 if gap < 10 else 6
    span = s0 - s1
    span = span if span < 5 else 5 if span < 10 else 6
    label = state.labels
    l0l, l0r, l1r, l1l, lnl = label[s0l], label[s0r], label[s1r], label[s1l], label[n0l]
    return [
        "b", f"a{w0}", f"b{t0}", f"c{w0}|{t0}", f"d{w1}", f"e{t1}", f"f{w1}|{t1}", f"g{wn}", f"h{tn}",
        f"i{wn}|{tn}", f"j{wn1}", f"k{tn1}", f"l{words[n2]}", f"m{tn2}", f"n{words[s2]}", f"o{t2}",
        f"p{w0}|{t0}|{wn}|{tn}", f"q{w0}|{t0}|{wn}", f"r{w0}|{wn}|{tn}", f"s{w0}|{t0}|{tn}",
        f"t{t0}|{wn}|{tn}", f"u{w0}|{wn}", f"v{t0}|{tn}", f"w{tn}|{tn1}", f"x{w0}|{tn}|{tn1}",
        f"y{t0}|{wn}|{tn1}", f"z{w1}|{w0}", f"A{w1}|{t1}|{t0}", f"B{t1}|{w0}|{t0}", f"C{t1}|{t0}",
        f"D{w1}|{t0}", f"E{t1}|{w0}", f"F{tn}|{tn1}|{tn2}", f"G{t0}|{tn}|{tn1}", f"H{t1}|{t0}|{tn}",
        f"I{t2}|{t1}|{t0}", f"J{t0}|{tn}|{tn1}|{tn2}", f"K{t1}|{t0}|{tn}|{tn1}",
        f"L{tn1}|{tn2}|{tn3}|{t0}", f"M{t0}|{tags[s0l]}|{tn}", f"N{t0}|{tags[s0r]}|{tn}",
        f"O{t0}|{tn}|{tags[n0l]}", f"P{t1}|{t0}|{tags[s0l]}", f"Q{t1}|{t0}|{tags[s0r]}",
        f"R{t1}|{tags[s1r]}|{t0}", f"S{t1}|{tags[s1l]}|{t0}", f"T{w0}|{gap}", f"U{t0}|{gap}",
        f"V{t0}|{tn}|{gap}", f"W{wn}|{gap}", f"X{t1}|{t0}|{span}", f"Y{w1}|{span}", f"Z{w0}|{vr0}",
        f"aa{t0}|{vr0}|{vl0}", f"ab{w0}|{vl0}", f"ac{tn}|{vln}", f"ad{wn}|{vln}", f"ae{t1}|{vr1}|{vl1}",
        f"af{w1}|{vr1}", f"ag{words[s0l]}|{l0l}", f"ah{words[s0r]}|{l0r}", f"ai{words[s1r]}|{l1r}",
        f"aj{words[n0l]}|{lnl}", f"ak{t0}|{l0l}|{label[s0l2]}", f"al{t0}|{l0r}|{label[s0r2]}",
        f"am{t1}|{l1r}|{label[s1r2]}", f"an{tn}|{lnl}|{label[n0l2]}", f"ao{w0}|{l0l}|{l0r}",
        f"ap{w1}|{l1l}|{l1r}", f"aq{t1}|{l1l}|{t0}|{l0l}", f"ar{w1}|{l1r}|{t0}", f"as{wn}|{lnl}|{t0}",
    ]  # fmt: skip


def _outer(children: Sequence[Sequence[int]], token: int) -> tuple[int, int, int]:
    """Return the outermost child on one side, the one before it, and how many there are (at most 3)."""
    if token == NOTHING:
        return NOTHING, NOTHING, 0
    own = children[token]
    count = len(own)
    if not count:
        return NOTHING, NOTHING, 0
    return own[-1], own[-2] if count > 1 else NOTHING, min(count, 3)
