"""Photos that nobody took: scenes drawn with Pillow and given the head of a camera's file."""
