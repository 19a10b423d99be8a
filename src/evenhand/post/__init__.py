"""The outbox: an address and words go in, and go out. It knows no case, and nothing else sends."""
