"""What can be claimed: one file a type; `registry` finds them all."""

from sayso.claimtypes.account import Account, Verdict
from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.interface import ClaimType, Key, Roles

__all__ = ["Account", "ClaimType", "Key", "Roles", "Verdict", "registry"]
