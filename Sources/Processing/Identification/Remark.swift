import Documents
import Permits
import Policy
import Primitives

/// Something the machine remarks about a case: a hint with its confidence and source, never a decision.
package struct Remark: Sendable, Hashable {
    package let code: Code
    package let isGood: Bool
    /// 0…100.
    package let confidence: Int
    /// The numbers of the registrations in which the same stands.
    package let others: [String]

    init(_ code: Code, isGood: Bool = false, confidence: Int = 100, others: [String] = []) {
        self.code = code
        self.isGood = isGood
        self.confidence = confidence
        self.others = others
    }

    package enum Code: String, Sendable, CaseIterable {
        /// All check digits of the zone fit, or one does not.
        case zoneSound, zoneUnsound
        case noZone
        case nameMatches, nameClose, nameDiffers
        /// The IIN's check digit fits and its date is the birth date of the zone, or not.
        case iinFits, iinDiffers
        case documentValid, documentExpired
        /// The age that the document gives fits whom the registration is for, or not.
        case ageFits, ageDiffers
        /// The same document, by its number, or another of the same person, by the IIN, in another registration.
        case sameDocument, sameIIN
        /// The same confirmed telephone in another registration.
        case sameTelephone
        /// One file stands for two documents of this registration.
        case sameFile
    }

    /// What can be said of a form, the readings of its documents, and what was found elsewhere.
    static func all(
        record: OpenRecord, registrant: Registrant, readings: [DocumentReading], documents: [DocumentRow],
        likenesses: [Likeness],
        at now: Instant
    ) -> [Remark] {
        let reading = readings.first { $0.zone != nil }
        let confidence = reading?.values.map(\.confidence).min() ?? 0
        var remarks =
            reading.map { about($0, record, registrant, confidence: confidence, at: now) } ?? [Remark(.noZone)]
        for (kind, code) in [
            (Likeness.Kind.document, Code.sameDocument), (.iin, .sameIIN), (.telephone, .sameTelephone),
        ] {
            let numbers = likenesses.filter { $0.kind == kind }.map(\.number)
            guard !numbers.isEmpty else { continue }
            remarks.append(Remark(code, confidence: kind == .telephone ? 100 : confidence, others: numbers))
        }
        let files = documents.compactMap(\.fingerprint)
        if Set(files).count < files.count { remarks.append(Remark(.sameFile)) }
        return remarks
    }

    private static func about(
        _ reading: DocumentReading, _ record: OpenRecord, _ registrant: Registrant, confidence: Int, at now: Instant
    ) -> [Remark] {
        let today = Day(of: now, hoursEast: 5)
        let sound = reading.zone?.checks.values.allSatisfy { $0 } ?? false
        var remarks = [Remark(sound ? .zoneSound : .zoneUnsound, isGood: sound, confidence: confidence)]
        if let names = reading[.readNames] {
            remarks.append(name(record, names.text, confidence: names.confidence))
        }
        let born = reading[.readBirthDate].flatMap { Day($0.text) }
        if let iin = reading[.readIIN], let checked = try? IIN(iin.text, plausible: .anyDay) {
            let fits = checked.born == born
            remarks.append(Remark(fits ? .iinFits : .iinDiffers, isGood: fits, confidence: iin.confidence))
        }
        if let expires = reading[.readExpiryDate], let day = Day(expires.text) {
            let valid = day >= today
            remarks.append(
                Remark(valid ? .documentValid : .documentExpired, isGood: valid, confidence: expires.confidence))
        }
        if let born { remarks.append(age(born, of: registrant, on: today, confidence: confidence)) }
        return remarks
    }

    /// Whether somebody who was born on a day is, on another, of the age that the kind of registration is for.
    static func age(_ born: Day, of registrant: Registrant, on today: Day, confidence: Int) -> Remark {
        let hadBirthday = (today.month, today.day) >= (born.month, born.day)
        let fits = registrant.ages.contains(today.year - born.year - (hadBirthday ? 0 : 1))
        return Remark(fits ? .ageFits : .ageDiffers, isGood: fits, confidence: confidence)
    }

    private static func name(_ record: OpenRecord, _ read: String, confidence: Int) -> Remark {
        let parts = read.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let form = PersonName(
            family: record[.familyName]?.reveal(), given: record[.givenName]?.reveal(),
            patronymic: record[.patronymic]?.reveal())
        let document = PersonName(family: parts.first, given: parts.count > 1 ? parts[1] : nil)
        switch NameComparison(form: form, document: document).verdict {
        case .match: return Remark(.nameMatches, isGood: true, confidence: confidence)
        case .close: return Remark(.nameClose, confidence: confidence)
        case .mismatch: return Remark(.nameDiffers, confidence: confidence)
        }
    }
}
