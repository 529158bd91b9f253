import Documents
import Permits
import Policy
import Primitives

/// Makes fields out of the machine-readable zone that was read off a document.
package enum ZoneReading {
    /// - Parameters:
    ///   - plausible: which births are taken for possible on a day.
    ///   - time: birth and expiry dates are judged by today.
    package static func interpreter(
        plausible: @escaping @Sendable (Day) -> IIN.Plausibility, time: TimeSource
    ) -> DocumentInterpreter {
        DocumentInterpreter(
            interpret: { pages, kind in
                guard kind.provesIdentity else { return DocumentReading() }
                let today = Day(of: time.now, hoursEast: 5)
                let parser = ZoneParser(today: today, plausible: plausible(today))
                for page in pages where !page.zone.reveal().isEmpty {
                    let lines = page.zone.reveal()
                    guard let zone = try? parser.parse(lines) else { continue }
                    return reading(
                        of: zone, lines: lines, confidence: page.zoneConfidence, allowed: kind.readableFields)
                }
                return DocumentReading()
            }, identify: identifiers)
    }

    /// The document's number, if its check digit fits, and the IIN, which is read only if its own does.
    package static func identifiers(of reading: DocumentReading) -> [DocumentIdentifier] {
        guard let zone = reading.zone else { return [] }
        var found: [DocumentIdentifier] = []
        if zone.checks[MachineReadableZone.Check.number.rawValue] == true, let number = reading[.readDocumentNumber] {
            // Each state numbers its documents by itself.
            let issuer = zone.lines.first?.filter { $0 != " " }.dropFirst(2).prefix(3) ?? ""
            found.append(DocumentIdentifier(.readDocumentNumber, "\(issuer) \(number.text)"))
        }
        if let iin = reading[.readIIN] { found.append(DocumentIdentifier(.readIIN, iin.text)) }
        return found
    }

    private static func reading(
        of zone: MachineReadableZone, lines: [String], confidence: Int, allowed: [FieldNumber]
    ) -> DocumentReading {
        let found: [(FieldNumber, String?)] = [
            (.readIIN, zone.iin?.digits), (.readDocumentNumber, zone.number), (.readBirthDate, zone.born?.description),
            (.readExpiryDate, zone.expires?.description), (.readNames, "\(zone.family)|\(zone.given)"),
        ]
        return DocumentReading(
            values: found.compactMap { field, text in
                guard let text, !text.isEmpty, allowed.contains(field) else { return nil }
                return DocumentReading.Value(field, text, confidence: confidence)
            },
            zone: DocumentReading.Zone(
                format: zone.format.rawValue, lines: lines,
                checks: Dictionary(uniqueKeysWithValues: zone.checks.map { ($0.rawValue, $1 != .disagrees) })))
    }
}
