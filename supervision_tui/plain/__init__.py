"""The same sessions as question and answer on a plain terminal, for screen readers. Not furnished yet.

It will stand on ``workspace`` beside the screen, draw any stage from the same fields, and never import Textual.
"""
