import Documents
import Programs

extension DocumentReading {
    /// With the programs that are installed on this computer, looked for now.
    static var installed: DocumentReading { DocumentReading(programs: ProgramSpawner(), tools: .found()) }
}
