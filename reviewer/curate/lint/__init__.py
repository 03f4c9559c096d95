"""What is wrong with glossaries: one file a check, each with its codes.

A check offers ``CODES`` and ``term(term, context)`` or ``rule(rule, context)`` or both, which yield
Problems. Each is called once an entry, so that a million entries cost a million short looks.
"""
