"""The reader by a language model that somebody serves: any server that speaks OpenAI's chat interface.

Off unless asked for.  The article's text leaves the machine for the server that its user names.
"""
