extension ImagingWorker {
    /// What the worker could do of what its jail forbids, by its own attempts.
    package struct Examination: Sendable {
        /// Each attempt, and whether it was allowed: socket, connect, process, exec, write, trace, read,
        /// executableMemory, signal, thread. All but the last must be false.
        package let allowed: [String: Bool]
        /// Whether the kernel confines the reading of files (Landlock).
        package let confined: Bool
    }

    /// Lets the worker try to get out of its jail.
    ///
    /// - Parameter arguments: `fonts` for the jail of PDF files, `unguarded` for no jail at all, so that a test sees
    ///   the attempts succeed; `memory` and `time` run into those limits.
    /// - Throws: ``ImagingRefusal``.
    package func examine(_ arguments: [String] = []) async throws -> Examination {
        let process = try WorkerProcess(programme, arguments: ["--self-test"] + arguments)
        let frame = await process.read(longest: 4_096)
        let ending = await process.ending()
        guard let frame, frame.kind == "S", ending == .status(0) else {
            throw Answer.refusal(for: ending, wasKilled: process.wasKilled)
        }
        var fields = frame.fields
        let confined = fields.removeValue(forKey: "confined") == "1"
        return Examination(allowed: fields.mapValues { $0 == "allowed" }, confined: confined)
    }
}
