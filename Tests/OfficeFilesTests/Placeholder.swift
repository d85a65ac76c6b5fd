import Testing

@Suite struct OfficeFilesPlaceholder {}
