"""How a rule asks, and how one rule gives an answer, a decision table and what it did not know.

questions   what a rule may ask, and every answer to it
asking      the situation as a rule sees it
outcomes    what a rule says: a state of a route, or which clock runs, each with its reasons
rules       a rule with its versions, grown into a tree as it is asked
steps       from a day to a day
"""
