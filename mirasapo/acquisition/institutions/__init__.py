"""The directory of support institutions (支援機関の一覧): lists as the Agency keeps them, CSV or Excel.

A list says what holds on its day (基準日). The newest decides; what it no longer names has ended. Who
may see what is decided by the kind and the term that stand here.
"""
