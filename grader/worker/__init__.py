"""The worker: where a submission runs, and the only way to reach it.

Two sides meet here. *Inside*, without the rest of the grader: ``host`` (loads the submission,
carries out requests), ``code`` and ``handover`` (compile it, once for all checks), ``serve``
(answers requests over the wire), ``changes`` (what a call did to its arguments), ``nursery``
(forks a fresh process for each check), ``confine`` (namespaces, folders, limits), ``seccomp`` (the
system-call filter), ``proc`` (what a check's processes use), ``alone`` (one check in a plain
process). *Outside*, in the judge: ``sandbox``, ``cells`` and ``plain`` (start one or the other),
``connection`` (requests, deadlines, endings), ``output`` (what was printed), ``local`` (trusted
code in the judge itself), ``proxy`` (the ``student`` a suite sees). Both sides speak ``wire``.
Nothing is imported here, because the inside imports this file.
"""
