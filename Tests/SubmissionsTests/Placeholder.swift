import Testing

@Suite struct SubmissionsPlaceholder {}
