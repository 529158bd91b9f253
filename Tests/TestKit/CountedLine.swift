import Foundation
import Postgres
import Storage
import Synchronization

/// A way to a PostgreSQL server that counts how often something is sent and an answer awaited.
///
/// It reads the messages that clients send (PostgreSQL, chapter “Frontend/Backend Protocol”): each time that ends with
/// Sync or Query is one way to the server and back, each Execute or Query a statement.
package final class CountedLine: Sendable {
    /// What went to the server.
    package struct Count: Hashable, Sendable {
        package var trips = 0
        package var statements = 0

        package init(trips: Int = 0, statements: Int = 0) {
            self.trips = trips
            self.statements = statements
        }
    }

    private let listener: Int32
    private let server: UInt16
    /// The connection string of the server, with this line's port in place of its own.
    package let connectionString: String
    private let count = Mutex(Count())

    /// Runs `body` with a line to the server of a connection string, `host=127.0.0.1 port=…`.
    package static func run(to server: String, _ body: (CountedLine) async throws -> Void) async throws {
        let line = try CountedLine(to: server)
        defer { line.end() }
        try await body(line)
    }

    /// Over one connection through this line.
    package func open() -> any Database { PostgresDatabase(connectionString: connectionString, connections: 1) }

    /// What went to the server while `body` ran.
    package func count(_ body: () async throws -> Void) async throws -> Count {
        let before = count.withLock { $0 }
        try await body()
        return count.withLock { Count(trips: $0.trips - before.trips, statements: $0.statements - before.statements) }
    }

    private init(to server: String) throws {
        guard let port = server.firstMatch(of: /port=([0-9]+)/), let number = UInt16(port.1) else {
            throw TestKitError.noPostgresServer
        }
        self.server = number
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listens = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard listens else { throw POSIXError(.EADDRINUSE) }
        connectionString =
            server.replacing(port.0, with: "port=\(UInt16(bigEndian: address.sin_port))")
            + " sslmode=disable gssencmode=disable"
        self.listener = listener
        Thread.detachNewThread { [self] in accept() }
    }

    private func end() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = Self.address(server)
            let isConnected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(other, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard isConnected == 0 else { return }
            Thread.detachNewThread { [self] in
                var messages = Messages()
                Self.pump(from: client, to: other) { octets in
                    let new = messages.read(octets)
                    count.withLock { count in
                        count.trips += new.trips
                        count.statements += new.statements
                    }
                }
            }
            Thread.detachNewThread { Self.pump(from: other, to: client) { _ in } }
        }
    }

    private static func pump(from: Int32, to: Int32, _ notice: (ArraySlice<UInt8>) -> Void) {
        var octets = [UInt8](repeating: 0, count: 65_536)
        while true {
            let length = recv(from, &octets, octets.count, 0)
            guard length > 0 else { break }
            notice(octets[..<length])
            var sent = 0
            while sent < length {
                let more = octets[sent..<length].withUnsafeBytes { send(to, $0.baseAddress, $0.count, 0) }
                guard more > 0 else { break }
                sent += more
            }
        }
        // The other direction ends with it.
        for line in [from, to] { shutdown(line, Int32(SHUT_RDWR)) }
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// The messages of one connection, of which a part may have come.
private struct Messages {
    private var unread: [UInt8] = []
    private var hasStarted = false

    mutating func read(_ octets: ArraySlice<UInt8>) -> CountedLine.Count {
        unread += octets
        var count = CountedLine.Count()
        while true {
            // The first message has no letter.
            let head = hasStarted ? 1 : 0
            guard unread.count >= head + 4 else { return count }
            let length = head + unread[head..<head + 4].reduce(0) { $0 << 8 | Int($1) }
            guard unread.count >= length else { return count }
            if hasStarted {
                let letter = Unicode.Scalar(unread[0])
                if letter == "S" || letter == "Q" { count.trips += 1 }
                if letter == "E" || letter == "Q" { count.statements += 1 }
            }
            hasStarted = true
            unread.removeFirst(length)
        }
    }
}
