"""The family's door: one question a page, then what can be done, by when, and who helps."""
