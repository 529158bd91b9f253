import Foundation
import Primitives
import TestKit
import Testing

@testable import S3

@Suite("Where a bucket is")
struct PlaceTests {
    @Test("is read off an address, an endpoint and a region")
    func read() throws {
        let place = try S3Place("s3://documents/saqta/kz", endpoint: "https://s3.example.kz:9000/", region: "kz-1")
        #expect(place.bucket == "documents")
        #expect(place.prefix == "saqta/kz/")
        #expect(place.host == "s3.example.kz:9000")
        #expect(place.path("saqta/kz/ab") == "/documents/saqta/kz/ab")
        #expect(place.path(nil) == "/documents")
        #expect("\(place)" == "s3://documents/saqta/kz (s3.example.kz:9000)")
    }

    @Test("a bucket can stand in the name of the host")
    func host() throws {
        let place = try S3Place(
            "s3://documents", endpoint: "https://s3.example.kz", region: "kz-1", addressing: .host)
        #expect(place.host == "documents.s3.example.kz")
        #expect(place.path("ab") == "/ab")
        #expect(place.path(nil) == "/")
        #expect(place.prefix == "")
    }

    @Test(
        "what leads elsewhere, or is no name, is refused",
        arguments: [
            "documents", "s3://", "s3://ab", "s3://Documents", "s3://documents/../other", "s3://documents//a",
            "s3://documents/a b", "s3://documents/құжат", "s3://-documents", "https://documents/a",
        ])
    func refused(address: String) {
        #expect(throws: S3Problem.address(address)) {
            try S3Place(address, endpoint: "https://s3.example.kz", region: "kz-1")
        }
    }

    @Test(
        "an endpoint without TLS is taken on this machine only",
        arguments: [
            "http://s3.example.kz", "s3.example.kz", "ftp://127.0.0.1", "https://user@s3.example.kz",
            "https://s3.example.kz/path", "https://s3.example.kz?a=b", "",
        ])
    func endpoints(text: String) throws {
        #expect(throws: S3Problem.endpoint(text)) { try S3Place("s3://documents", endpoint: text, region: "kz-1") }
        _ = try S3Place("s3://documents", endpoint: "http://127.0.0.1:8333", region: "kz-1")
    }

    @Test("the file of the key has two lines", arguments: ["", "one", "one\ntwo\nthree", "o ne\ntwo"])
    func key(text: String) throws {
        #expect(throws: S3Problem.keyFile) { try S3Credentials(file: Bytes(text.utf8)) }
        #expect(try S3Credentials(file: Bytes(" AKID \n\nsecret\n".utf8)).id == "AKID")
    }
}

@Suite("Patience with a store")
struct PatienceTests {
    @Test("pauses double from half to the whole of 100 ms, and never pass 5 s", arguments: 1...12)
    func pauses(failures: Int) {
        let patience = S3Patience()
        let full = min(100_000 << (failures - 1), 5_000_000)
        for seed in 0..<50 {
            let pause = patience.pause(after: failures, SeededRandomness(seed: UInt64(seed)).source).microseconds
            #expect(Int64(full / 2)...Int64(full) ~= pause)
        }
    }

    @Test("two who failed together do not come back together")
    func jitter() {
        let pauses = (0..<20).map {
            S3Patience().pause(after: 4, SeededRandomness(seed: $0).source)
        }
        #expect(Set(pauses).count > 15)
    }

    @Test("what the service asks to wait is kept, up to the longest pause")
    func asked() {
        let randomness = SeededRandomness(seed: 1).source
        #expect(S3Patience().pause(after: 1, asked: .seconds(2), randomness) == .seconds(2))
        #expect(S3Patience().pause(after: 1, asked: .hours(2), randomness) == .seconds(5))
    }

    @Test("the more octets move, the longer a call may take")
    func limit() {
        #expect(S3Patience().limit(octets: 0) == .seconds(30))
        #expect(S3Patience().limit(octets: 5 << 20) == .seconds(70))
    }
}

@Suite("XML of S3's answers")
struct XMLNodeTests {
    @Test("is read with attributes, empty elements and references")
    func read() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <List xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Cut/><Item><Key>a&amp;b&#x41;&#1180;</Key></Item>
            <Item><Key>&lt;&quot;&apos;&gt;</Key></Item></List>
            """
        let list = try XMLNode(Bytes(text.utf8))
        #expect(list.name == "List")
        #expect(list["Cut"] == "")
        #expect(list.all("Item").map { $0["Key"] } == ["a&bAҜ", "<\"'>"])
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "text", "<a>", "<a></b>", "<a>&unknown;</a>", "<a>&amp</a>", "<!DOCTYPE a><a></a>", "<a><!-- --></a>",
            "<a><![CDATA[x]]></a>", String(repeating: "<a>", count: 1_000), "<a>&#xD800;</a>", "<", "<>",
        ])
    func refused(text: String) {
        #expect(throws: XMLNode.Malformed.self) { try XMLNode(Bytes(text.utf8)) }
    }

    @Test("no octets make it crash", arguments: 0..<200)
    func mutated(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let text = "<?xml version=\"1.0\"?><L><K>a&amp;b</K><E/><T a=\"b\">1</T></L>"
        _ = try? XMLNode(dice.mutated(Bytes(text.utf8)))
    }
}
