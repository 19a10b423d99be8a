"""The walls around the process that reads a file."""

import resource

from evenhand.casework.files.apart import LARGEST_OUTPUT

MEMORY = 256 * 1024 * 1024
PROCESSOR_SECONDS = 5

_LIMITS = (
    ("RLIMIT_AS", MEMORY),
    ("RLIMIT_CPU", PROCESSOR_SECONDS),
    ("RLIMIT_FSIZE", LARGEST_OUTPUT),
    ("RLIMIT_NOFILE", 64),
    ("RLIMIT_NPROC", 0),
    ("RLIMIT_CORE", 0),
)


def confine() -> None:
    """Take the limits upon this process, for good: it cannot raise them again.

    The system's own limits stay where they are lower. A limit that this system does not know, or
    will not set, leaves the others and the parent's clock.
    """
    for name, most in _LIMITS:
        which = getattr(resource, name, None)
        if which is None:
            continue
        allowed = resource.getrlimit(which)[1]
        if allowed != resource.RLIM_INFINITY:
            most = min(most, allowed)
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue
