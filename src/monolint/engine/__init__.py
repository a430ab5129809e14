"""Running monolint over files: finding, reading, grouping by drug, checking.

check(paths, settings) -> Report; read_corpus(paths, settings) -> Corpus;
resolve_settings(paths, ...) -> Settings; raises monolint.engine.errors.SetupErrors.
"""
