import Foundation
import TestKit

/// A PostgreSQL server of a test's own, that may be stopped, hang and wake.
struct OwnServer: Sendable {
    let connectionString: String
    private let folder: URL
    private static let script = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../scripts/postgres.sh").standardizedFileURL.path

    /// Runs `body` with a server, removed afterwards.
    static func with<Answer>(_ body: (OwnServer) async throws -> Answer) async throws -> Answer {
        try await withTemporaryFolder { folder in try await with(folder, ["start", folder.path], body) }
    }

    /// Runs `body` with a standby of this server, for which its commits wait from now on.
    func withStandby<Answer>(_ body: (OwnServer) async throws -> Answer) async throws -> Answer {
        try await withTemporaryFolder { other in
            try await Self.with(other, ["follow", other.path, folder.path]) { standby in
                try await order("ALTER SYSTEM SET synchronous_standby_names = '*'")
                try await order("SELECT pg_reload_conf()")
                return try await body(standby)
            }
        }
    }

    private static func with<Answer>(
        _ folder: URL, _ words: [String], _ body: (OwnServer) async throws -> Answer
    ) async throws -> Answer {
        let server = OwnServer(connectionString: try await run(["sh", script] + words), folder: folder)
        let answer: Answer
        do {
            answer = try await body(server)
        } catch {
            try await server.end()
            throw error
        }
        try await server.end()
        return answer
    }

    func start() async throws { _ = try await run("sh", Self.script, "start", folder.path) }
    func stop() async throws { _ = try await run("sh", Self.script, "stop", folder.path) }

    private func end() async throws {
        wake()
        try await stop()
    }

    /// What an administrator does by hand.
    func order(_ statement: String) async throws { _ = try await run("psql", connectionString, "-qAtc", statement) }

    /// As a machine does whose disk no longer answers: its system takes connections, and no process does anything.
    func hang() { signal(SIGSTOP) }

    func wake() { signal(SIGCONT) }

    private func signal(_ signal: Int32) {
        let text = try? String(contentsOf: folder.appending(path: "cluster/postmaster.pid"), encoding: .utf8)
        guard let first = text?.split(separator: "\n").first, let server = pid_t(first) else { return }
        kill(server, signal)
        for child in children(of: server) { kill(child, signal) }
    }

    private func children(of parent: pid_t) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { process in
            let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            return status?.contains("\nPPid:\t\(parent)\n") == true
        }
    }
}
