import Foundation
import Testing

@testable import Serving

@Suite("What a server is given at its start")
struct StartTests {
    private func sockets(_ environment: [String: String]) -> (Int32?, Int32?) {
        let sockets = InheritedSockets(environment, process: 4_711)
        return (sockets.site, sockets.redirect)
    }

    @Test("are sockets that listen already, by their names")
    func named() {
        let given = ["LISTEN_PID": "4711", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "redirect:site"]
        #expect(sockets(given) == (4, 3))
        #expect(sockets(["LISTEN_PID": "4711", "LISTEN_FDS": "1"]) == (3, nil))
        #expect(
            sockets(["LISTEN_PID": "4711", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "saqta.socket:redirect"]) == (3, 4))
    }

    @Test(
        "is nothing when it was meant for another, or is none",
        arguments: [
            [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "4712", "LISTEN_FDS": "1"],
            ["LISTEN_PID": "4711", "LISTEN_FDS": "0"],
            ["LISTEN_PID": "4711", "LISTEN_FDS": "x"], ["LISTEN_PID": "4711", "LISTEN_FDS": "-1"],
        ])
    func none(environment: [String: String]) {
        #expect(sockets(environment) == (nil, nil))
    }

    @Test(
        "is a key only if nobody else can read it",
        arguments: [(0o600, true), (0o640, true), (0o644, false), (0o602, false), (0o604, false)])
    func key(mode: Int, isRead: Bool) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "saqta-key-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("key".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        if isRead {
            #expect(try SecretFile.read(file.path) == Array("key".utf8))
        } else {
            #expect(throws: SecretFile.Problem.readableByOthers(file.path)) { try SecretFile.read(file.path) }
        }
    }

    @Test("is no key when there is no file")
    func missing() {
        #expect(throws: SecretFile.Problem.unreadable("/nonexistent/key")) { try SecretFile.read("/nonexistent/key") }
    }

    @Test(
        "is the time, as answers write it",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_772_236_799, "Fri, 27 Feb 2026 23:59:59 GMT"),
        ])
    func date(second: Int, text: String) {
        #expect(DateField().text(at: second) == text)
    }
}
