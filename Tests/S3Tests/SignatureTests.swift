import Crypto
import Foundation
import Primitives
import Testing

@testable import S3

@Suite("AWS Signature Version 4")
struct SignatureTests {
    @Test("is that of the published examples", arguments: Vector.all)
    func published(vector: Vector) throws {
        let now = try #require(Instant(vector.date))
        let signature = SignatureV4(
            credentials: S3Credentials(id: vector.id, secret: vector.secret), region: "us-east-1",
            service: vector.service)
        #expect(signature.signature(for: vector.head, at: now) == vector.signature)
    }

    @Test("stands in the header with the scope and the names of what was signed")
    func header() throws {
        let vector = try #require(Vector.all.first)
        let signature = SignatureV4(
            credentials: S3Credentials(id: vector.id, secret: vector.secret), region: "us-east-1")
        #expect(
            signature.authorization(for: vector.head, at: try #require(Instant(vector.date)))
                == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=\(vector.signature)")
    }

    @Test(
        "encodes all but unreserved characters",
        arguments: [
            ("a b", "a%20b"), ("ключ", "%D0%BA%D0%BB%D1%8E%D1%87"), ("a/b", "a%2Fb"), ("-._~", "-._~"),
            ("+*", "%2B%2A"),
        ])
    func encoding(text: String, encoded: String) {
        #expect(SignatureV4.encoded(text) == encoded)
    }

    @Test("the secret is in no description of the key")
    func secret() {
        let credentials = S3Credentials(id: "AKIDEXAMPLE", secret: "verysecret")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped] {
            #expect(text.contains("AKIDEXAMPLE"))
            #expect(!text.contains("verysecret"))
        }
    }
}

/// A request and its signature, as published.
struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    var id = "AKIAIOSFODNN7EXAMPLE"
    var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    var service = "s3"
    var date = "2013-05-24T00:00:00Z"
    let head: SignatureV4.Head
    let signature: String

    var testDescription: String { name }

    static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    static let all = bucket + suite

    /// Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring Payload in a Single
    /// Chunk", its four examples.
    private static let bucket = [
        Vector(
            name: "GET Object", head: head("GET", "/test.txt", more: [("range", "bytes=0-9")]),
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Vector(
            name: "PUT Object",
            head: head(
                "PUT", "/" + SignatureV4.encoded("test$file.text"),
                more: [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
                payload: Bytes(SHA256.hash(data: Data("Welcome to Amazon S3.".utf8))).hex),
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Vector(
            name: "GET Bucket Lifecycle", head: head("GET", "/", query: [("lifecycle", "")]),
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Vector(
            name: "GET Bucket (List Objects)", head: head("GET", "/", query: [("prefix", "J"), ("max-keys", "2")]),
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    /// The Signature Version 4 test suite, some of its requests that S3 signs alike.
    private static let suite = [
        plain("get-vanilla", "GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        plain("post-vanilla", "POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        plain(
            "get-vanilla-query-order-key-case", "GET", query: [("Param2", "value2"), ("Param1", "value1")],
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        plain(
            "get-vanilla-query-unreserved", "GET", query: [(unreserved, unreserved)],
            "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        plain(
            "get-utf8", "GET", path: SignatureV4.encoded("/\u{1234}", slash: true),
            "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        plain(
            "get-header-value-trim", "GET", more: [("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
    ]

    private static let unreserved =
        "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    private static func head(
        _ method: String, _ path: String, query: [(name: String, value: String)] = [],
        more: [(name: String, value: String)] = [], payload: String = empty
    ) -> SignatureV4.Head {
        SignatureV4.Head(
            method: method, path: path, query: query,
            headers: more + [
                ("x-amz-date", "20130524T000000Z"), ("host", "examplebucket.s3.amazonaws.com"),
                ("x-amz-content-sha256", payload),
            ], payload: payload)
    }

    private static func plain(
        _ name: String, _ method: String, path: String = "/", query: [(name: String, value: String)] = [],
        more: [(name: String, value: String)] = [], _ signature: String
    ) -> Vector {
        Vector(
            name: name, id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", service: "service",
            date: "2015-08-30T12:36:00Z",
            head: SignatureV4.Head(
                method: method, path: path, query: query,
                headers: [("Host", "example.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z")] + more,
                payload: empty), signature: signature)
    }
}
