import Testing

@Suite struct GradingCorePlaceholder {}
