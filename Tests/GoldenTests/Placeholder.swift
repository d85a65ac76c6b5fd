import Testing

@Suite struct GoldenTestsPlaceholder {}
