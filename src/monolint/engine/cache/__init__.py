"""What outlives a run: readings by content, verdicts by drug, in one SQLite file.

The cache only saves time. Whatever is wrong with it, the findings are the same.
"""
