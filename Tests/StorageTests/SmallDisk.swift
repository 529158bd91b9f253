import Foundation
import TestKit

/// Runs `body` with a folder on a disk of its own, which is soon full.
func withSmallDisk<Answer>(megabytes: Int, _ body: (URL) async throws -> Answer) async throws -> Answer {
    try await withTemporaryFolder { folder in
        try await run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "none", folder.path)
        let answer: Answer
        do {
            answer = try await body(folder)
        } catch {
            try await run("umount", "-l", folder.path)
            throw error
        }
        try await run("umount", "-l", folder.path)
        return answer
    }
}

/// Whether this machine lets the tests mount a disk.
func canMountDisks() async throws -> Bool {
    do {
        return try await withSmallDisk(megabytes: 1) { _ in true }
    } catch is ProgrammeError {
        return false
    }
}
