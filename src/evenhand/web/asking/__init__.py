"""Public pages on which a family asks: to be rung back, or online for mediation, a certificate or disagreement resolution."""
