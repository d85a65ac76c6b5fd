import Testing

@Suite struct FetchingPlaceholder {}
