extension Migrations {
    /// Which server answered, and what was read of one that could not be verified.
    static let version2 = """
        ALTER TABLE fetches ADD COLUMN server TEXT;
        ALTER TABLE fetches ADD COLUMN relaxed_finding TEXT;
        ALTER TABLE fetches ADD COLUMN relaxed_content TEXT;
        ALTER TABLE fetches ADD COLUMN relaxed_address TEXT;
        """
}
