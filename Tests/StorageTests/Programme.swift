import Foundation

/// Runs a programme and answers what it printed.
/// - Throws: ``ProgrammeError`` when it fails.
@discardableResult
func run(_ arguments: String...) async throws -> String { try await run(arguments) }

/// The same for words in a list.
@discardableResult
func run(_ arguments: [String]) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
        // Waiting for a process blocks, and Swift's own threads are few.
        Thread.detachNewThread { continuation.resume(with: Result { try wait(for: arguments) }) }
    }
}

/// A programme that ended with an error.
struct ProgrammeError: Error {
    let name: String
}

private func wait(for arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ProgrammeError(name: arguments.joined(separator: " ")) }
    return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
