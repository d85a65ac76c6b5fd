/// The number of the way in which documents are extracted. It is raised with every change after which the same bytes
/// give another document, so that documents kept by an older program are not taken for current ones; a test compares
/// the documents of the sample site with those of this revision.
public let extractionRevision = 5
