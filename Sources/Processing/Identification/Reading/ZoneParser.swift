import Primitives

/// Reads a machine-readable zone, after ICAO Doc 9303 parts 3 to 6.
package struct ZoneParser: Sendable {
    /// The present day, which decides the century of a birth.
    let today: Day
    let plausible: IIN.Plausibility

    package init(today: Day, plausible: IIN.Plausibility) {
        self.today = today
        self.plausible = plausible
    }

    /// Reads the lines of a zone as they were recognised.
    ///
    /// A misread character is put right only where a check digit then agrees, and only if one exchange alone does it.
    ///
    /// - Throws: ``ZoneError``.
    package func parse(_ lines: [String]) throws(ZoneError) -> MachineReadableZone {
        let rows = lines.map { $0.filter { $0 != " " }.map { $0 } }
        guard let format = ZoneFormat(lines: rows) else { throw .shape }
        guard rows.joined().allSatisfy({ CheckDigit.zone([$0]) != nil }) else { throw .characters }
        var reading = ZoneFields(format: format, rows: rows)
        reading.checkAll()
        let iin = iin(&reading)
        let (family, given) = names(reading.text(format.names))
        return MachineReadableZone(
            format: format, document: plain(reading.text(ZoneFormat.Place(0, 0..<2))),
            issuer: plain(reading.text(ZoneFormat.Place(0, 2..<5))), number: reading.number,
            nationality: plain(reading.text(format.nationality)), family: family, given: given,
            born: born(reading.text(format.born), iin: iin), expires: expires(reading.text(format.expires)),
            sex: reading.text(format.sex) == "M" ? .male : reading.text(format.sex) == "F" ? .female : nil, iin: iin,
            namesMayBeCut: reading.text(format.names).last != "<", checks: reading.checks)
    }

    private func iin(_ reading: inout ZoneFields) -> IIN? {
        let optional = reading.text(reading.format.optional)
        guard reading.text(ZoneFormat.Place(0, 2..<5)) == "KAZ", reading.format != .td2, optional.count >= 12 else {
            return nil
        }
        let digits = String(optional.prefix(12))
        guard digits.allSatisfy(\.isNumber) else { return nil }
        do throws(IINError) {
            let iin = try IIN(digits, plausible: plausible)
            reading.checks[.iin] = reading.checks[.iin] ?? .agrees
            return iin
        } catch {
            reading.checks[.iin] = .disagrees
            return nil
        }
    }

    private func names(_ text: String) -> (family: String, given: String) {
        let characters = Array(text)
        let end = characters.indices.dropLast().first { characters[$0] == "<" && characters[$0 + 1] == "<" }
        guard let end else { return (plain(text), "") }
        return (plain(String(characters[..<end])), plain(String(characters[end...])))
    }

    /// Fillers become blanks, and those at the ends go.
    private func plain(_ text: String) -> String { text.split(separator: "<").joined(separator: " ") }

    /// The IIN knows the century; without one, the latest that is not in the future.
    private func born(_ text: String, iin: IIN?) -> Day? {
        if let iin, let born = iin.born, iin.digits.hasPrefix(text) { return born }
        guard let late = day(text, century: 2_000), late <= today else { return day(text, century: 1_900) }
        return late
    }

    /// Within the fifty years to come, or in the last century.
    private func expires(_ text: String) -> Day? {
        guard let late = day(text, century: 2_000), late.year <= today.year + 50 else {
            return day(text, century: 1_900)
        }
        return late
    }

    private func day(_ text: String, century: Int) -> Day? {
        guard let number = Int(text), text.allSatisfy(\.isNumber) else { return nil }
        return Day(year: century + number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
