"""The workspace: the board, the case page and everything that is done from them, for members of organisations."""
