"""The rulebook as a program: what of a vendor's filings or endpoint breaks which rule.

bodies    a file or an answer → one payload or many
subject   one filing as far as it can be read
blame     a fault of the intake → the rule that it breaks
*_checks  what the rules ask beyond what the intake refuses
checks    every rule that a payload can show → its check
report    the outcome: breaches, and of all rules what came of them
"""
