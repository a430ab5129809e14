"""Reports as text: one module per output format, each `render(report, ...) -> str`, nothing printed."""
