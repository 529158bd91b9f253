import Blobs
import Foundation
import Primitives
import S3Kit
import TestKit
import Testing

@testable import S3

@Suite(
    "An S3 service that is started anew",
    .enabled(
        if: ProcessInfo.processInfo.environment["SAQTA_SEAWEEDFS"] != nil || S3Server.isRequired,
        "needs SAQTA_SEAWEEDFS"))
struct RestartTests {
    @Test("nothing that was durable is lost, and the upload goes on to its end", .timeLimit(.minutes(3)))
    func midUpload() async throws {
        let script = try #require(ProcessInfo.processInfo.environment["SAQTA_SEAWEEDFS"])
        try await withTemporaryFolder { folder in
            let server = try S3Server(try Self.run(script, "start", folder.path))
            do {
                let key = BlobKey(from: .system)
                // Pauses are real here: the service needs seconds to come back.
                var patience = S3Patience.quick
                patience.attempts = 60
                patience.pause = .milliseconds(500)
                patience.longestPause = .seconds(1)
                let store = try server.store("a", patience: patience, clock: .system)
                let writer = try await store.begin(key)
                try await writer.append(octets(0..<5_500_000))
                try await writer.sync()
                // Killed while a part is on its way.
                async let rest: Void = writer.append(octets(5_500_000..<13_000_000))
                try Self.run(script, "stop", folder.path)
                try Self.run(script, "start", folder.path)
                try await rest
                try await writer.finish()
                #expect(try await store.length(key) == 13_000_000)
                for start in stride(from: 0, to: 13_000_000, by: 1_000_000) {
                    #expect(try await store.read(key, start..<start + 1_000_000) == octets(start..<start + 1_000_000))
                }
                #expect(try await store.objects(after: "", most: 9).count == 1)
                #expect(try await store.unfinishedUploads() == 0)
            } catch {
                try Self.run(script, "stop", folder.path)
                throw error
            }
            try Self.run(script, "stop", folder.path)
        }
    }

    @discardableResult
    private static func run(_ script: String, _ words: String...) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: script)
        process.arguments = words
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }
}
