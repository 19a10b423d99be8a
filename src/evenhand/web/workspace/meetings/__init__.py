"""Arranging a meeting: who is in the room, when everybody is free, and what is asked of whom by a link."""
