import Blobs
import Primitives

/// A piece of an unfinished object that is durable.
struct S3Part: Hashable, Sendable {
    /// Which octets of the object it holds.
    let range: Range<Int>

    /// Offsets are written with so many digits, so that their order is that of their names.
    private static let digits = 12

    func name(of key: BlobKey) -> String { "\(Self.folder(of: key))\(Self.written(range.lowerBound))" }

    static func folder(of key: BlobKey) -> String { "\(S3Part.all)\(key)/" }

    static let all = "unfinished/"

    private static func written(_ offset: Int) -> String {
        let text = "\(offset)"
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The offset that the last part of a name says; nil for other names.
    static func offset(_ text: Substring) -> Int? {
        guard text.count == digits, let offset = Int(text), offset >= 0, written(offset) == text else { return nil }
        return offset
    }
}

/// What a listing tells of an object.
struct ListedObject: Sendable {
    /// Without the prefix of the store.
    let place: String
    let length: Int
    let changedAt: Instant?

    /// Nil unless it lies where the store puts an object or a part of one.
    var key: BlobKey? {
        let parts = place.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        if parts[0] + "/" == S3Part.all {
            return S3Part.offset(parts[2]) == nil ? nil : BlobKey(String(parts[1]))
        }
        guard let key = BlobKey(String(parts[2])), key.place == place else { return nil }
        return key
    }
}

extension S3Blobs {
    package func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await asBlobError {
            var last = place
            var objects: [StoredObject] = []
            while objects.count < most {
                let page = try await list("", after: last, most: most - objects.count)
                // Some services list folders too, as names that end in a slash.
                objects += page.objects.filter { !$0.place.hasSuffix("/") }
                    .map { StoredObject(place: $0.place, key: $0.key) }
                guard page.isCut, let newest = page.objects.last else { break }
                last = newest.place
            }
            return objects
        }
    }

    /// The durable parts of an unfinished object, in their order.
    ///
    /// - Throws: `BlobError.damaged` when one is missing between others.
    func parts(of key: BlobKey) async throws -> [S3Part] {
        var parts: [S3Part] = []
        for object in try await all(below: S3Part.folder(of: key)) {
            guard let offset = object.place.split(separator: "/").last.flatMap(S3Part.offset) else { continue }
            guard offset == parts.last?.range.upperBound ?? 0 else { throw BlobError.damaged }
            parts.append(S3Part(range: offset..<offset + object.length))
        }
        return parts
    }

    /// All that lies below a place.
    func all(below place: String) async throws -> [ListedObject] {
        var objects: [ListedObject] = []
        while true {
            let page = try await list(place, after: objects.last?.place, most: 1_000)
            objects += page.objects
            guard page.isCut, !page.objects.isEmpty else { return objects }
        }
    }

    private func list(
        _ place: String, after last: String?, most: Int
    ) async throws -> (objects: [ListedObject], isCut: Bool) {
        var query = [("list-type", "2"), ("prefix", name(place)), ("max-keys", "\(min(most, 1_000))")]
        if let last, !last.isEmpty { query.append(("start-after", name(last))) }
        let list = try await client.send(S3Call(query: query)).xml()
        guard list.name == "ListBucketResult" else { throw S3Fault.nonsense }
        let objects = try list.all("Contents").map { node in
            guard let name = node["Key"], name.hasPrefix(client.place.prefix),
                let length = node["Size"].flatMap({ Int($0) })
            else { throw S3Fault.nonsense }
            return ListedObject(
                place: String(name.dropFirst(client.place.prefix.count)), length: length,
                changedAt: node["LastModified"].flatMap(Instant.init(s3:)))
        }
        return (objects, list["IsTruncated"] == "true")
    }
}

extension Instant {
    /// Reads `2026-11-24T09:05:00.123Z`, with a fraction or without; nil for anything else.
    init?(s3 text: String) {
        let seconds = text.prefix { $0 != "." && $0 != "Z" }
        self.init("\(seconds)Z")
    }
}
