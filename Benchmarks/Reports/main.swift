// The measured command; filled with the work it measures.
