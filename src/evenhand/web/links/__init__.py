"""Links that work once: pages for somebody without an account, who does one thing there."""
