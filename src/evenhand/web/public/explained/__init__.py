"""What mediation, disagreement resolution, complaints and appeals are, sentence by sentence.

Each sentence of law carries its citations, and its limits come from the law's own steps.
"""
