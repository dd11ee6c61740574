"""What a person reads about an attempt: on the terminal, and as one HTML file.

Import the module you need: ``grader.report.terminal`` brings rich, ``grader.report.html``
brings Jinja2, and neither is paid for by those who do not ask for it.
"""
