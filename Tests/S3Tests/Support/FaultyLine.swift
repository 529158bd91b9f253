import Foundation
import Glibc
import Synchronization

/// A line to a service that a test can spoil: each connection that is made takes the next fault, then all goes well.
final class FaultyLine: Sendable {
    enum Fault: Sendable {
        /// Cut when so many octets have gone to the service.
        case cutRequest(after: Int)
        /// Cut when so many octets have come from the service.
        case cutAnswer(after: Int)
        /// The request goes through, and its answer is lost.
        case loseAnswer
        /// Answered with a status and a code of error by nobody.
        case answer(Int, String)
        /// Taken, and never answered.
        case silence
        /// The octet at this place of what the service sends is another.
        case changeAnswer(at: Int)
    }

    let port: UInt16
    private let listener: Int32
    private let upstream: UInt16
    private let faults: Mutex<[Fault]>
    private let connections = Mutex(0)
    private let isOver = Mutex(false)

    var endpoint: String { "http://127.0.0.1:\(port)" }
    /// How many connections were made.
    var count: Int { connections.withLock { $0 } }

    /// Runs `body` with a line to `endpoint`.
    static func run(
        to endpoint: String, _ faults: [Fault], _ body: (FaultyLine) async throws -> Void
    ) async throws {
        let line = try FaultyLine(to: endpoint, faults)
        defer { line.end() }
        try await body(line)
    }

    private init(to endpoint: String, _ faults: [Fault]) throws {
        guard let port = URL(string: endpoint)?.port else { throw POSIXError(.EINVAL) }
        upstream = UInt16(port)
        self.faults = Mutex(faults)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(0)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound == 0, listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
        }
        self.listener = listener
        self.port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { self.accept() }
    }

    /// Adds faults for the connections to come.
    func add(_ more: [Fault]) { faults.withLock { $0 += more } }

    private func end() {
        isOver.withLock { $0 = true }
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else {
                if isOver.withLock({ $0 }) { return }
                continue
            }
            connections.withLock { $0 += 1 }
            let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            Thread.detachNewThread { self.serve(client, fault) }
        }
    }

    private func serve(_ client: Int32, _ fault: Fault?) {
        switch fault {
        case .silence:
            // Until the other side gives up.
            Self.pump(from: client, to: nil, most: .max)
            close(client)
        case .answer(let status, let code):
            Self.readHead(client)
            let body = "<Error><Code>\(code)</Code></Error>"
            Self.send(
                client,
                Array(
                    "HTTP/1.1 \(status) Error\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                        .utf8))
            shutdown(client, Int32(SHUT_WR))
            Self.pump(from: client, to: nil, most: .max)
            close(client)
        default: join(client, fault)
        }
    }

    private func join(_ client: Int32, _ fault: Fault?) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(upstream)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(server)
            close(client)
            return
        }
        let other = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            if case .cutRequest(let octets) = fault {
                Self.pump(from: client, to: server, most: octets)
                for line in [client, server] { shutdown(line, Int32(SHUT_RDWR)) }
            } else {
                Self.pump(from: client, to: server, most: .max)
                shutdown(server, Int32(SHUT_WR))
            }
            other.signal()
        }
        switch fault {
        case .cutAnswer(let octets): Self.pump(from: server, to: client, most: octets)
        case .loseAnswer: Self.pump(from: server, to: nil, most: 1)
        case .changeAnswer(let place): Self.pump(from: server, to: client, most: .max, changing: place)
        default: Self.pump(from: server, to: client, most: .max)
        }
        for line in [client, server] { shutdown(line, Int32(SHUT_RDWR)) }
        other.wait()
        for line in [client, server] { close(line) }
    }

    private static func readHead(_ line: Int32) {
        var seen: [UInt8] = []
        var octet: UInt8 = 0
        while recv(line, &octet, 1, 0) == 1 {
            seen.append(octet)
            if seen.suffix(4) == [13, 10, 13, 10] { return }
        }
    }

    private static func send(_ line: Int32, _ octets: [UInt8]) {
        var sent = 0
        while sent < octets.count {
            let count = octets[sent...].withUnsafeBytes {
                Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Moves octets until one side ends, or `most` of them; nowhere when `to` is nil.
    private static func pump(from: Int32, to: Int32?, most: Int, changing place: Int? = nil) {
        var moved = 0
        var piece = [UInt8](repeating: 0, count: 16_384)
        while moved < most {
            let count = recv(from, &piece, min(piece.count, most - moved), 0)
            guard count > 0 else { return }
            if let place, (moved..<moved + count).contains(place) { piece[place - moved] ^= 1 }
            if let to { send(to, Array(piece[..<count])) }
            moved += count
        }
    }
}
