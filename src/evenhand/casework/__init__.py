"""The case: its events, stages, parties, compartments, meetings, agreements and clocks."""
