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

    package enum Code: String, Sendable, CaseIterable {
        /// All check digits of the zone fit, or one does not.
        case zoneSound, zoneUnsound
        case noZone
        case nameMatches, nameClose, nameDiffers
        /// The IIN's check digit fits and its date is the birth date of the zone, or not.
        case iinFits, iinDiffers
        case documentValid, documentExpired
        case ofAge, underAge
    }

    /// What can be said of a form and the readings of its documents.
    static func all(record: OpenRecord, readings: [DocumentReading], at now: Instant) -> [Remark] {
        guard let reading = readings.first(where: { $0.zone != nil }), let zone = reading.zone else {
            return [Remark(code: .noZone, isGood: false, confidence: 100)]
        }
        let today = Day(of: now, hoursEast: 5)
        let confidence = reading.values.map(\.confidence).min() ?? 0
        let sound = zone.checks.values.allSatisfy { $0 }
        var remarks = [Remark(code: sound ? .zoneSound : .zoneUnsound, isGood: sound, confidence: confidence)]
        if let names = reading[.readNames] {
            remarks.append(name(record, names.text, confidence: names.confidence))
        }
        let born = reading[.readBirthDate].flatMap { Day($0.text) }
        if let iin = reading[.readIIN], let checked = try? IIN(iin.text, plausible: .anyDay) {
            let fits = checked.born == born
            remarks.append(Remark(code: fits ? .iinFits : .iinDiffers, isGood: fits, confidence: iin.confidence))
        }
        if let expires = reading[.readExpiryDate], let day = Day(expires.text) {
            let valid = day >= today
            remarks.append(
                Remark(code: valid ? .documentValid : .documentExpired, isGood: valid, confidence: expires.confidence))
        }
        if let born, let years = Optional(today.year - born.year), years > 0 {
            let ofAge = years > 18 || (years == 18 && (today.month, today.day) >= (born.month, born.day))
            remarks.append(Remark(code: ofAge ? .ofAge : .underAge, isGood: ofAge, confidence: confidence))
        }
        return remarks
    }

    private static func name(_ record: OpenRecord, _ read: String, confidence: Int) -> Remark {
        let parts = read.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let form = PersonName(
            family: record[.familyName]?.reveal(), given: record[.givenName]?.reveal(),
            patronymic: record[.patronymic]?.reveal())
        let document = PersonName(family: parts.first, given: parts.count > 1 ? parts[1] : nil)
        switch NameComparison(form: form, document: document).verdict {
        case .match: return Remark(code: .nameMatches, isGood: true, confidence: confidence)
        case .close: return Remark(code: .nameClose, isGood: false, confidence: confidence)
        case .mismatch: return Remark(code: .nameDiffers, isGood: false, confidence: confidence)
        }
    }
}
