import Configuration
import Foundation
import Ledger

extension Settings {
    /// The witnesses of the ledger.
    ///
    /// - `witnesses` (file): a line for each, its key (`name+hash+base64`) and the address that takes checkpoints; `#` begins
    ///   a remark.
    /// - `witness_seconds` (int, default 10): how often they are asked at most.
    struct Witnesses: Sendable {
        let places: [LogWitnesses.Place]
        let seconds: Int

        /// - Throws: ``SettingProblem``.
        init(_ config: ConfigReader) throws {
            seconds = config.int(forKey: "witness.seconds", default: 10)
            guard (1...3_600).contains(seconds) else {
                throw SettingProblem("SAQTA_WITNESS_SECONDS is a number from 1 to 3600.")
            }
            guard let file = config.string(forKey: "witnesses"), !file.isEmpty else {
                places = []
                return
            }
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw SettingProblem("SAQTA_WITNESSES: \(file) cannot be read.")
            }
            places = try KeyLines(text).lines.map { words in
                guard words.count == 2, let key = try? WitnessKey(words[0]),
                    words[1].hasPrefix("https://") || words[1].hasPrefix("http://")
                else {
                    throw SettingProblem(
                        "SAQTA_WITNESSES: each line of \(file) is the key of a witness and its address, https://….")
                }
                return LogWitnesses.Place(
                    key: key, address: words[1].hasSuffix("/") ? String(words[1].dropLast()) : words[1])
            }
            guard Set(places.map(\.key.name)).count == places.count else {
                throw SettingProblem("SAQTA_WITNESSES: a witness stands in \(file) twice.")
            }
        }
    }
}

/// A file of one thing a line, in words; `#` begins a remark.
struct KeyLines {
    let lines: [[String]]

    init(_ text: String) {
        lines = text.split(whereSeparator: \.isNewline).map { line in
            line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
        }.filter { !$0.isEmpty }
    }
}
