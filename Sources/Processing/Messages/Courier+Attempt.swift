import Foundation
import Permits
import Policy
import Primitives
import Storage

extension Courier {
    /// Looks at the address, for which evidence is left, and gives the message to the mail server or the gateway.
    func attempt(_ row: MessageRow) async throws -> DeliveryOutcome {
        guard let subject = try await gate.look({ try SubjectStore($0).find(row.subject) }), subject.state != .erased
        else { return .needless("no_subject") }
        let plain = try await gate.unsealOwn(row.parameters, label: "message \(row.id)", of: row.subject)
        var parameters = try JSONDecoder().decode([String: String].self, from: Data(plain.reveal()))
        let guardian = parameters.removeValue(forKey: MessageRow.guardian).flatMap(SubjectID.init)
        guard let reached = try await reached(row, guardian) else { return .needless("no_ground") }
        let field: FieldNumber = row.channel == .email ? (reached.isStaff ? .staffEmail : .email) : .telephone
        // Who asks for a code has just typed the address; staff are told of recipients by the operator, not by a consent.
        let carrier: Recipient.Kind? =
            row.template.carriesCode || reached.isStaff ? nil : row.channel == .email ? .mail : .sms
        // Each channel of advertising rests on a consent of its own, which may have ended since the message was queued.
        let isAdvertising = reached.purpose == .advertising
        let ask = Ask(
            isAdvertising ? .sendMailing : .notify, by: Actor(.mailer), on: reached.id, for: reached.purpose,
            fields: [field], through: carrier, caseID: guardian == nil ? nil : parameters["number"],
            channel: isAdvertising ? (row.channel == .email ? .email : .sms) : nil)
        let record = try await gate.read(ask)
        guard var address = record[field] else { return .needless("no_address") }
        if let target = parameters.removeValue(forKey: MessageRow.target) {
            let compared = address.reveal().precomposedStringWithCompatibilityMapping.lowercased()
            let digests = try AddressBook(gate).digests(field, compared).map(\.digest.hex)
            guard digests.contains(target) else { return .needless("address_changed") }
        }
        if let other = parameters.removeValue(forKey: MessageRow.address) { address = PersonalData(other) }
        return await deliver(try await delivery(of: row, to: address, parameters))
    }

    private func delivery(
        of row: MessageRow, to address: PersonalData<String>, _ parameters: [String: String]
    ) async throws -> Delivery {
        var parameters = parameters
        parameters["site"] = site
        let life = try await gate.look { [gate] in try gate.book.inForce(in: $0).document.terms.code.span }
        let text =
            row.channel == .email
            ? row.template.text(in: row.language, parameters, life: life)
            : row.template.shortText(in: row.language, parameters, life: life)
        return Delivery(
            id: row.id, channel: row.channel, address: address, subject: row.template.subject[row.language],
            text: text, language: row.language)
    }

    /// At whose address a message goes out, and for what that may be opened.
    private struct Reached {
        let id: SubjectID
        let isStaff: Bool
        let purpose: PurposeID
    }

    /// The person, or the legal representative who is told in their stead; nil when they represent the person no longer, and
    /// where contact about the person has no ground.
    private func reached(_ row: MessageRow, _ guardian: SubjectID?) async throws -> Reached? {
        let now = time.now
        return try await gate.look { [gate] transaction in
            let standing = try guardian.map { guardian in
                try RepresentationStore(transaction).all(of: row.subject).contains {
                    $0.representative == guardian && $0.kind == .guardian && $0.stands(at: now)
                }
            }
            let consents = ConsentStore(transaction)
            if guardian != nil, row.template.purpose == .contact {
                guard try SubjectStore(transaction).find(row.subject)?.state == .living,
                    try consents.inForce(of: row.subject, at: now, under: gate.book)[.main] != nil
                else { return nil }
            }
            guard standing != false, let person = try SubjectStore(transaction).find(guardian ?? row.subject) else {
                return nil
            }
            let isAgreed = try consents.inForce(of: person.id, at: now, under: gate.book)[.main] != nil
            let isStaff = person.kind == .staff
            let purpose = row.template.purpose(mayContact: isAgreed && person.state != .blocked)
            return Reached(id: person.id, isStaff: isStaff, purpose: isStaff ? .security : purpose)
        }
    }
}
