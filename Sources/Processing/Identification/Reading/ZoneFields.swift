/// The fields of a zone while its check digits are compared and misread characters put right.
struct ZoneFields {
    let format: ZoneFormat
    private var rows: [[Character]]
    var checks: [MachineReadableZone.Check: MachineReadableZone.Outcome] = [:]
    /// The document's number, which may continue in the optional data.
    private(set) var number = ""

    init(format: ZoneFormat, rows: [[Character]]) {
        self.format = format
        self.rows = rows
    }

    func text(_ place: ZoneFormat.Place) -> String { String(rows[place.line][place.range]) }

    mutating func checkAll() {
        repairIIN()
        checkNumber()
        checks[.born] = check(format.born, digitsOnly: true)
        checks[.expires] = check(format.expires, digitsOnly: true)
        // The personal number's own digit may be left out when there is none (part 4, 4.2.2).
        if format == .td3, !(text(format.optional).allSatisfy { $0 == "<" } && rows[1][42] == "<") {
            checks[.personalNumber] = check(format.optional, digitsOnly: false)
        }
        let digit = MisreadCharacters.digits(text(format.composite.digit))
        let composite = CheckDigit.zone(format.composite.fields.flatMap { Array(text($0)) })
        let agrees = composite.map { Array("\($0)") } == digit
        let asWritten = digit == Array(text(format.composite.digit))
        checks[.composite] = agrees ? (asWritten ? .agrees : .repaired) : .disagrees
    }

    /// Puts letters in the IIN right before the other digits are compared, since they guard its characters too.
    private mutating func repairIIN() {
        guard format != .td2, text(ZoneFormat.Place(0, 2..<5)) == "KAZ" else { return }
        let place = ZoneFormat.Place(format.optional.line, format.optional.range.prefix(12))
        let written = Array(text(place))
        let repaired = MisreadCharacters.digits(written)
        let digits = repaired.compactMap(\.wholeNumberValue)
        guard repaired != written, digits.count == 12, CheckDigit.kazakhstan(digits.prefix(11)) == digits[11] else {
            return
        }
        rows[place.line].replaceSubrange(place.range, with: repaired)
        checks[.iin] = .repaired
    }

    /// A number of more than nine characters goes on in the optional data of TD1, with its digit behind it (part 5, 4.2.2).
    private mutating func checkNumber() {
        let rest = text(format.optional).prefix { $0 != "<" }
        if format == .td1, rows[0][14] == "<", rest.count >= 2, !text(format.number).contains("<") {
            let whole = text(format.number) + rest.dropLast()
            checks[.number] = CheckDigit.zone(whole).map { "\($0)" } == rest.last.map { "\($0)" } ? .agrees : .disagrees
            number = whole
        } else {
            checks[.number] = check(format.number, digitsOnly: false)
            number = String(text(format.number).filter { $0 != "<" })
        }
    }

    /// Compares a field with the digit behind it; puts it right if exactly one reading agrees.
    private mutating func check(_ place: ZoneFormat.Place, digitsOnly: Bool) -> MachineReadableZone.Outcome {
        let field = Array(rows[place.line][place.range])
        let written = rows[place.line][place.range.upperBound]
        let digit = MisreadCharacters.digit(for: written) ?? written
        func agrees(_ field: [Character]) -> Bool { CheckDigit.zone(field).map { Character("\($0)") } == digit }
        let plain = digitsOnly ? MisreadCharacters.digits(field) : field
        let reading = agrees(plain) ? plain : digitsOnly ? nil : MisreadCharacters.reading(of: field, where: agrees)
        guard let reading else { return .disagrees }
        rows[place.line].replaceSubrange(place.range, with: reading)
        rows[place.line][place.range.upperBound] = digit
        return reading == field && digit == written ? .agrees : .repaired
    }
}
