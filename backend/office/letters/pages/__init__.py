"""Pages of issued papers: the paper itself, how it is worded and numbered, and the page anyone may verify it on."""

from backend.office.letters.pages import letter, numbers, public, texts

ROUTES = [*letter.ROUTES, *numbers.ROUTES, *texts.ROUTES, *public.ROUTES]
