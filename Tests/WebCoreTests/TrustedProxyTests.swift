import HTTPTypes
import Primitives
import Testing

@testable import WebCore

@Suite("A proxy that is trusted")
struct TrustedProxyTests {
    static let ours = "127.0.0.1, 10.0.0.0/8, ::1 fd00::/8"

    private func origin(
        _ fields: [(String, String)], peer: String = "127.0.0.1", trusted: String = ours, isTLS: Bool = false
    ) throws -> RequestOrigin {
        var headers = HTTPFields()
        for (name, value) in fields {
            headers.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return try TrustedProxies(trusted).origin(peer: IPAddress(peer), isTLS: isTLS, headers)
    }

    @Test(
        "says who asks: the last on the way who is no proxy of ours",
        arguments: [
            ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:4711", "203.0.113.7"), ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]:4711", "2001:db8::7"), ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
            ("198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"), ("10.9.9.9, 10.1.2.3", "10.9.9.9"),
            ("198.51.100.1, unknown", "127.0.0.1"), ("198.51.100.1, unknown, 10.1.2.3", "10.1.2.3"),
            ("::ffff:203.0.113.7", "203.0.113.7"), ("", "127.0.0.1"), ("nonsense", "127.0.0.1"),
        ])
    func source(path: String, expected: String) throws {
        let origin = try origin([("X-Forwarded-For", path)])
        #expect(origin.source == IPAddress(expected))
        #expect(origin.isLocal == false)
    }

    @Test(
        "says it in the standard's way too",
        arguments: [
            ("for=203.0.113.7;proto=https", "203.0.113.7", true),
            ("For=\"[2001:db8::7]:4711\"; Proto=http", "2001:db8::7", false),
            ("for=198.51.100.1, for=203.0.113.7;proto=https;by=10.0.0.1", "203.0.113.7", true),
            ("for=_hidden;proto=https", "127.0.0.1", true),
        ])
    func forwarded(value: String, source: String, isSecure: Bool) throws {
        let origin = try origin([("Forwarded", value)])
        #expect(origin.source == IPAddress(source))
        #expect(origin.isSecure == isSecure)
    }

    @Test(
        "is believed about TLS by its last word", arguments: [("https", true), ("http", false), ("https, http", false)])
    func scheme(value: String, isSecure: Bool) throws {
        #expect(try origin([("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", value)]).isSecure == isSecure)
    }

    @Test("that writes the one way hands the other on unread, which then counts for nothing")
    func mixture() throws {
        let origin = try origin([
            ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=198.51.100.1;proto=https"),
        ])
        #expect(origin.source == IPAddress("203.0.113.7"))
        #expect(origin.isSecure == false)
    }

    @Test(
        "is nobody else: the word of others has no effect",
        arguments: ["203.0.113.9", "11.0.0.1", "2001:db8::1", "127.0.0.2"])
    func untrusted(peer: String) throws {
        let origin = try origin(
            [
                ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https"),
                ("Forwarded", "for=10.0.0.1;proto=https"),
            ],
            peer: peer)
        #expect(origin.source == IPAddress(peer))
        #expect(origin.isSecure == false)
        #expect(origin.isLocal == false)
    }

    @Test("is a range of whole addresses, down to the bit")
    func ranges() throws {
        let range = try #require(AddressRange("192.0.2.128/25"))
        #expect(range.contains(try #require(IPAddress("192.0.2.129"))))
        #expect(!range.contains(try #require(IPAddress("192.0.2.127"))))
        #expect(!range.contains(try #require(IPAddress("2001:db8::1"))))
        #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("203.0.113.7"))))
        #expect(try #require(AddressRange("::ffff:10.0.0.1")).contains(try #require(IPAddress("10.0.0.1"))))
        for bad in ["10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "a", "", "10.0.0.0/8/8", "fd00::/129"] {
            #expect(AddressRange(bad) == nil)
        }
        #expect(throws: TrustedProxies.BadRange(text: "proxy.example")) {
            try TrustedProxies("127.0.0.1 proxy.example")
        }
    }

    @Test("is not needed for a request from this machine, which is one only as long as nothing says otherwise")
    func local() throws {
        #expect(try origin([], trusted: "").isLocal)
        #expect(try origin([], peer: "::1", trusted: "").isLocal)
        for name in ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Proto"] {
            #expect(try origin([(name, "x")], trusted: "").isLocal == false)
        }
        #expect(try origin([], peer: "192.0.2.1", trusted: "").isLocal == false)
    }

    @Test("shows nobody's address to a log")
    func description() throws {
        let origin = try origin([("X-Forwarded-For", "203.0.113.7")])
        #expect("\(origin)".contains("203") == false)
        #expect(String(reflecting: origin).contains("203") == false)
    }
}
