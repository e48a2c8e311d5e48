"""`potret serve`: a page is made when somebody asks for it, and again when its school has changed.

There is no site on disk and no build: `studio` keeps the languages set up, `scene` draws one page of one school,
`portal` one page about all schools from what `census` has read in the background.
"""
