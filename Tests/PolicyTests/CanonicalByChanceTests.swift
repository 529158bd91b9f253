import Foundation
import Policy
import Primitives
import TestKit
import Testing

@Suite("The canonical form of any value")
struct CanonicalByChanceTests {
    @Test("says the same, is as short as can be, and comes back as itself, 10,000 times")
    func stable() throws {
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let value = Self.value(&dice, depth: 3)
            let octets = value.octets
            let again = try CanonicalJSON.encode(CanonicalJSON.decode(Whole.self, from: octets))
            let theirs = try JSONSerialization.jsonObject(with: Data(octets), options: .fragmentsAllowed)
            if again != octets || !Self.isSame(value, theirs) {
                Issue.record("seed \(seed): \(String(decoding: octets, as: UTF8.self))")
            }
        }
    }

    /// Compared with another reader of JSON.
    private static func isSame(_ value: CanonicalValue, _ other: Any) -> Bool {
        switch value {
        case .null: return other is NSNull
        case .bool(let flag): return other as? Bool == flag
        case .int(let number): return (other as? NSNumber)?.int64Value == number
        case .text(let text): return (other as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars)
        case .list(let values):
            guard let others = other as? [Any], others.count == values.count else { return false }
            return zip(values, others).allSatisfy(isSame)
        case .object(let members):
            guard let others = other as? [String: Any], others.count == members.count else { return false }
            return members.allSatisfy { name, value in others[name].map { isSame(value, $0) } ?? false }
        }
    }

    private static let words = [
        "a", "Қ", "\"", "\\", "/", "\0", "\n", "\u{1F}", "\u{7F}", "\u{2028}", "\u{1F512}", "\u{E000}",
    ]

    private static func value(_ dice: inout Dice, depth: Int) -> CanonicalValue {
        switch dice.roll(0...(depth > 0 ? 5 : 3)) {
        case 0: return dice.pick([.null, .bool(true), .bool(false)])
        case 1: return .int(dice.pick([0, -1, 1, .max, .min, Int64(dice.roll(-99...99))]))
        case 2, 3: return .text(dice.text(of: words, 0...5))
        case 4: return .list((0..<dice.roll(0...3)).map { _ in value(&dice, depth: depth - 1) })
        default:
            let members = (0..<dice.roll(0...4)).map { _ in
                (dice.text(of: words, 0...3), value(&dice, depth: depth - 1))
            }
            return .object(Dictionary(members) { first, _ in first })
        }
    }
}

/// Any JSON of whole numbers, to be written again by an encoder.
private indirect enum Whole: Codable {
    case null
    case bool(Bool)
    case int(Int64)
    case text(String)
    case list([Whole])
    case object([String: Whole])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .int(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Whole].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Whole].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
