"""The same guide page, a question with six answers, in Django, Flask and Starlette, each as its own manual does it.

They take no session, ask no law and read no database: they are what a page costs before it says anything.
"""
