import Foundation
import Testing

/// A server of `Tests/Servers` on a free port of loopback. It ends when the test is done with it, or with the tests.
final class LocalServer {
    let port: Int
    /// What the server received, and its certificates.
    let folder: URL
    private let process: pid_t
    /// Its input and output; it lives until this closes, so that it cannot outlive the tests.
    private let life: CInt

    private init(_ script: String, _ arguments: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "saqta-\(script)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let venv = root.deletingLastPathComponent().appending(path: ".build/venv/bin/python").path
        let python = ProcessInfo.processInfo.environment["SAQTA_PYTHON"] ?? venv
        let command = [python, root.appending(path: "Servers/\(script).py").path, folder.path] + arguments
        (process, life) = try Self.spawn(command)
        let line = Self.line(of: life)
        port = try #require(Int(line.dropFirst("PORT ".count)), "the server said: \(line)")
    }

    /// Other tests start programmes at the same time; none may inherit our end of the line to this one.
    private static func spawn(_ command: [String]) throws -> (process: pid_t, line: CInt) {
        var ends: [CInt] = [0, 0]
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        // A thread of the pool has its signals blocked, and a child inherits that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        try #require(posix_spawn(&process, command[0], &actions, &attributes, &words, environ) == 0, "no \(command[0])")
        return (process, ends[0])
    }

    private static func line(of descriptor: CInt) -> String {
        var line: [UInt8] = []
        var octet: UInt8 = 0
        while read(descriptor, &octet, 1) == 1, octet != 10 { line.append(octet) }
        return String(decoding: line, as: UTF8.self)
    }

    /// Runs `body` while the server listens, and ends the server whatever happens.
    static func run<Answer>(
        _ script: String, _ arguments: [String] = [], _ body: (LocalServer) async throws -> Answer
    ) async throws -> Answer {
        let server = try LocalServer(script, arguments)
        defer { server.stop() }
        return try await body(server)
    }

    /// The records of what was received, in order.
    func received<Record: Decodable>(_ type: Record.Type) throws -> [Record] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try files.sorted().map {
            try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: $0)))
        }
    }

    /// A file with `text` that only this user may read.
    func secretFile(_ text: String, mode: Int = 0o600) throws -> String {
        let path = folder.appending(path: "secret-\(UUID().uuidString)").path
        try #require(
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
        return path
    }

    private func stop() {
        close(life)
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
        try? FileManager.default.removeItem(at: folder)
    }
}
