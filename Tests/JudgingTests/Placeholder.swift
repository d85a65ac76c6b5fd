import Testing

@Suite struct JudgingPlaceholder {}
