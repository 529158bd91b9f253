import Foundation
import Permits
import Policy
import Primitives

/// Whose registration it is, as the first form tells: the names of a natural person, or the organisation.
package struct Applicant: Sendable {
    package let registrant: Registrant
    /// Empty for an organisation.
    package let name: PersonName
    package let organisation: Organisation?

    /// A natural person.
    package init(_ registrant: Registrant = .person, name: PersonName) {
        self.registrant = registrant
        self.name = name
        organisation = nil
    }

    package init(_ organisation: Organisation) {
        registrant = .organisation
        name = PersonName()
        self.organisation = organisation
    }

    /// In whose name the consent is made out.
    package var shown: String { organisation?.name ?? name.shown }

    /// Which fields its names are; nothing that this kind does not need is among them.
    package var fields: [FieldNumber] { registrant.nameFields }

    /// The names as fields of the record; an absent part removes what was there.
    var values: [FieldNumber: String?] {
        guard let organisation else { return name.values }
        return [.organisationName: organisation.name, .organisationBIN: organisation.bin]
    }
}

/// A legal entity that registers: its name and its business identification number.
package struct Organisation: Sendable, Hashable {
    package let name: String
    /// Twelve digits.
    package let bin: String

    /// The most characters of a name.
    package static let longestName = 200

    /// Reads what was entered in a form.
    ///
    /// - Throws: ``RegistrationRefusal/fields(_:)`` naming each field that cannot be accepted.
    package init(name: String, bin: String) throws(RegistrationRefusal) {
        var problems: [FieldProblem] = []
        let name = name.precomposedStringWithCanonicalMapping
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { problems.append(FieldProblem("organisation", .missing)) }
        if name.count > Self.longestName { problems.append(FieldProblem("organisation", .tooLong)) }
        if name.unicodeScalars.contains(where: { [.control, .format].contains($0.properties.generalCategory) }) {
            problems.append(FieldProblem("organisation", .name(.invisible)))
        }
        let digits = bin.filter { !$0.isWhitespace }
        if digits.isEmpty {
            problems.append(FieldProblem("bin", .missing))
        } else if KazakhIdentifier(digits)?.kind != .bin {
            problems.append(FieldProblem("bin", .notABIN))
        }
        guard problems.isEmpty else { throw .fields(problems) }
        self.name = name
        self.bin = digits
    }
}

extension Registrant {
    /// How it is kept on whose behalf the data are given, and of what age the person is.
    package var declaration: String {
        switch self {
        case .person, .soleProprietor: Registrar.declaration
        case .minor: "own,14_17"
        case .child: "represented,under_14"
        case .represented: "represented,of_age"
        case .organisation: "represented,organisation"
        }
    }
}
