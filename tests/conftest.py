"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A test machine may be slow or shared: properties are about results, never about time.
settings.register_profile("sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sayso")
