"""What holds for all tests."""

from hypothesis import settings

# No test fails because the machine is busy.
settings.register_profile("rujukan", deadline=None)
settings.load_profile("rujukan")
