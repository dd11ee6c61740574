"""The worker: where a submission runs, and the only way to reach it.

Two sides meet here. *Inside*, without the rest of the grader: ``serve`` (loads the submission,
answers requests), ``changes`` (what a call did to its arguments), ``nursery`` (forks a fresh
process for each check), ``confine`` (namespaces, limits, system-call filter), ``alone`` (one check
in a plain process). *Outside*, in the judge: ``sandbox``, ``cells`` and ``plain`` (start one or
the other), ``connection`` (requests, deadlines, endings), ``output`` (what was printed), ``local``
(trusted code in the judge itself), ``proxy`` (the ``student`` a suite sees). Both sides speak
``wire``. Nothing is imported here, because the inside imports this file.
"""
