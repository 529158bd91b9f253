import Access
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Reads the body of a registration; everything that is wrong with it is told at once.
struct RegistrationReading {
    private var reading: BodyReading

    init(_ reading: BodyReading) { self.reading = reading }

    /// - Throws: ``FlawedRequest``.
    mutating func application(caseID: String) throws -> Registrar.Application {
        let members = reading.object(reading.root, at: "", known: ["language", "fields", "vouched", "consent"])
        let language = reading.language(members)
        let fields = reading.object(
            members["fields"], at: "/fields", known: PersonName.codes + Channel.allCases.map(\.code) + ["declaration"])
        let name = reading.name(fields)
        let addresses = addresses(fields)
        let vouched = vouched(members, of: addresses)
        if addresses.isEmpty, reading.flaws.isEmpty { reading.refuse("/fields", "missing", .apiAddressMissing) }
        let declaration = reading.text(fields, "declaration", at: "/fields")
        if declaration != Registrar.declaration {
            refuse(FieldProblem("declaration", .notDeclared))
        }
        let consent = reading.object(members["consent"], at: "/consent", known: ["edition", "agreed"])
        let edition = reading.needed(
            reading.number(consent, "edition", at: "/consent"), at: "/consent/edition")
        let shown = shown(consent)
        if shown[.main] == nil { refuse(FieldProblem("consent", .notAgreed)) }
        try reading.check()
        guard let language, let name, let edition else { throw MalformedBody() }
        return Registrar.Application(
            Registrar.Beginning(
                name: name, isDeclared: true, isAgreed: true, optional: Set(shown.keys), language: language,
                edition: edition, submission: []),
            shown: shown, addresses: addresses, vouched: vouched, caseID: caseID)
    }

    private mutating func addresses(
        _ fields: [String: CanonicalValue]
    ) -> [Channel: (shown: String, compared: String)] {
        var addresses: [Channel: (shown: String, compared: String)] = [:]
        for channel in Channel.allCases {
            guard let entered = reading.text(fields, channel.code, at: "/fields") else { continue }
            do throws(RegistrationRefusal) {
                addresses[channel] = try Registrar.normalised(channel, entered)
            } catch {
                if case .fields(let problems) = error { problems.forEach { refuse($0) } }
            }
        }
        return addresses
    }

    private mutating func vouched(
        _ members: [String: CanonicalValue], of addresses: [Channel: (shown: String, compared: String)]
    ) -> Set<Channel> {
        var vouched: Set<Channel> = []
        for (index, value) in reading.list(members, "vouched", at: "").enumerated() {
            if case .text(let code) = value, let channel = Channel.allCases.first(where: { $0.code == code }),
                addresses[channel] != nil
            {
                vouched.insert(channel)
            } else {
                reading.refuse("/vouched/\(index)", "not_given", .apiNotGiven)
            }
        }
        return vouched
    }

    private mutating func shown(_ consent: [String: CanonicalValue]) -> [ConsentID: Bytes] {
        var shown: [ConsentID: Bytes] = [:]
        for (index, value) in reading.list(consent, "agreed", at: "/consent").enumerated() {
            let pointer = "/consent/agreed/\(index)"
            let members = reading.object(value, at: pointer, known: ["id", "sha256"])
            let id = reading.needed(reading.text(members, "id", at: pointer), at: "\(pointer)/id")
            let hash = reading.needed(reading.text(members, "sha256", at: pointer), at: "\(pointer)/sha256")
            guard let id, let hash else { continue }
            if let octets = Bytes(hex: hash), octets.count == 32 {
                shown[ConsentID(id)] = octets
            } else {
                reading.refuse("\(pointer)/sha256", "not_a_digest", .apiNotADigest)
            }
        }
        return shown
    }

    private mutating func refuse(_ problem: FieldProblem) {
        let flaw = Problem.Flaw(problem)
        if case .body(let pointer) = flaw.place { reading.refuse(pointer, flaw.code, flaw.detail) }
    }
}

extension BodyReading {
    /// The name among fields; nil when something is wrong with it, which is remembered.
    mutating func name(_ fields: [String: CanonicalValue]) -> PersonName? {
        let parts = PersonName.codes.map { text(fields, $0, at: "/fields") ?? "" }
        do throws(RegistrationRefusal) {
            return try PersonName(family: parts[0], given: parts[1], patronymic: parts[2])
        } catch {
            guard case .fields(let problems) = error else { return nil }
            for flaw in problems.map(Problem.Flaw.init) {
                if case .body(let pointer) = flaw.place { refuse(pointer, flaw.code, flaw.detail) }
            }
            return nil
        }
    }
}

extension PersonName {
    /// The parts of a name by their names in the API: family name, given name, patronymic.
    static let codes = ["family_name", "given_name", "patronymic"]
}

extension Channel {
    /// The field of the address by its name in the API.
    var code: String { rawValue }
}
