import Testing

@Suite struct AssessingPlaceholder {}
