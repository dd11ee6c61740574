"""What an author begins with and hands out.

``scaffold`` begins a course or an exercise from templates; ``release`` writes the student kit, with
the notebooks that ``handout`` makes.
"""
