import Foundation
import HTTPTypes
import Hummingbird
import Primitives
import WebCore

/// Reads a JSON body member by member and remembers each thing that is wrong with it, by its place and never by its value.
struct BodyReading {
    private(set) var flaws: [Problem.Flaw] = []
    let root: CanonicalValue

    init(_ octets: Bytes) throws {
        do {
            root = try JSONDecoder().decode(JSONValue.self, from: Data(octets)).value
        } catch {
            // Its text may hold what was sent.
            throw MalformedBody()
        }
        guard case .object = root else { throw MalformedBody() }
    }

    /// - Throws: ``FlawedRequest`` when anything was wrong.
    func check() throws {
        guard flaws.isEmpty else { throw FlawedRequest(flaws) }
    }

    mutating func refuse(_ pointer: String, _ code: String, _ detail: Phrase) {
        flaws.append(Problem.Flaw(.body(pointer), code, detail))
    }

    /// The members of an object; members with other names than `known` are refused.
    mutating func object(_ value: CanonicalValue?, at pointer: String, known: [String]) -> [String: CanonicalValue] {
        guard case .object(let members) = value else {
            refuse(pointer, value == nil ? "missing" : "type", value == nil ? .apiMissing : .apiOtherType)
            return [:]
        }
        for name in members.keys.sorted() where !known.contains(name) {
            // Its name is somebody else's text too.
            refuse(pointer, "unknown", .apiUnknownMember(known.joined(separator: ", ")))
            break
        }
        return members
    }

    mutating func text(_ members: [String: CanonicalValue], _ name: String, at pointer: String) -> String? {
        switch members[name] {
        case .text(let text): return text
        case nil, .null: return nil
        default:
            refuse("\(pointer)/\(name)", "type", .apiOtherType)
            return nil
        }
    }

    mutating func needed<Value>(_ value: Value?, at pointer: String) -> Value? {
        if value == nil, !flaws.contains(where: { $0.place == .body(pointer) }) {
            refuse(pointer, "missing", .apiMissing)
        }
        return value
    }

    mutating func number(_ members: [String: CanonicalValue], _ name: String, at pointer: String) -> Int? {
        switch members[name] {
        case .int(let number): return Int(number)
        case nil, .null: return nil
        default:
            refuse("\(pointer)/\(name)", "type", .apiOtherType)
            return nil
        }
    }

    mutating func list(_ members: [String: CanonicalValue], _ name: String, at pointer: String) -> [CanonicalValue] {
        switch members[name] {
        case .list(let values): return values
        case nil, .null: return []
        default:
            refuse("\(pointer)/\(name)", "type", .apiOtherType)
            return []
        }
    }

    mutating func language(_ members: [String: CanonicalValue]) -> Language? {
        guard let code = needed(text(members, "language", at: ""), at: "/language") else { return nil }
        guard let language = Language(rawValue: code) else {
            refuse("/language", "unknown", .apiLanguageUnknown)
            return nil
        }
        return language
    }
}

/// Any JSON value without fractions (RFC 8259), which nothing here has.
private struct JSONValue: Decodable {
    let value: CanonicalValue

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: AnyKey.self) {
            var object: [String: CanonicalValue] = [:]
            for key in members.allKeys {
                object[key.stringValue] = try members.decode(JSONValue.self, forKey: key).value
            }
            value = .object(object)
            return
        }
        if var values = try? decoder.unkeyedContainer() {
            var list: [CanonicalValue] = []
            while !values.isAtEnd { list.append(try values.decode(JSONValue.self).value) }
            value = .list(list)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            value = .null
        } else if let flag = try? single.decode(Bool.self) {
            value = .bool(flag)
        } else if let number = try? single.decode(Int64.self) {
            value = .int(number)
        } else {
            value = .text(try single.decode(String.self))
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension Call {
    /// The body, once it says that it is JSON.
    ///
    /// - Throws: ``OtherMediaType``, ``MalformedBody``; a refusal of kind `tooLarge` beyond 64 KiB.
    func body() async throws -> (reading: BodyReading, octets: Bytes) {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        guard type?.lowercased() == "application/json" else { throw OtherMediaType() }
        let octets = try await request.octets(upTo: 65_536)
        return (try BodyReading(octets), octets)
    }
}
