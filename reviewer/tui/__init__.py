"""The review interface: a session core without a screen, and the Textual app on top of it."""
