"""The pure heart of the case: stages and steps, the chain, what a history adds up to, and what is due.

Nothing here knows Django, the database or the clock: a history goes in, and what follows from it comes out.
"""
