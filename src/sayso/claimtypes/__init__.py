"""What can be claimed: one file a type; `registry` finds them all."""

from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.interface import ClaimType, Key, Roles

__all__ = ["ClaimType", "Key", "Roles", "registry"]
