"""An action that is not done, and why."""


class Refused(Exception):
    """Not done. The words are for whoever pressed the button."""
