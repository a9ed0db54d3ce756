"""What a file is made of, read from its structure alone: no decoder touches a stranger's bytes in the house.

One module per form; each `walk(view)` goes from the first byte to the end mark the form prescribes.
"""
