import Primitives
import Testing

@Suite("Personal data")
struct PersonalDataTests {
    private struct Card {
        let name: PersonalData<String>
        let birth: PersonalData<Day>?
        let lines: [PersonalData<[String]>]
        let byField: [String: PersonalData<String>]
    }

    private enum Field {
        case name(PersonalData<String>)
    }

    private static let marker = "Marker-7731"
    private static let datum = PersonalData(marker)

    private static var prints: [(String, String)] {
        let card = Card(
            name: datum, birth: Day(year: 2099, month: 12, day: 31).map { PersonalData($0) },
            lines: [PersonalData([marker])], byField: ["name": datum])
        let things: [(String, Any)] = [
            ("itself", datum), ("optional", Optional(datum) as Any), ("array", [datum, datum]),
            ("dictionary", ["name": datum]), ("tuple", (datum, 1)), ("structure", card),
            ("enumeration", Field.name(datum)),
            ("nested", PersonalData(card)), ("result", Result<PersonalData<String>, Never>.success(datum)),
        ]
        return things.flatMap { name, thing in
            var dumped = ""
            dump(thing, to: &dumped)
            return [
                ("\(name): interpolated", "\(thing)"), ("\(name): described", String(describing: thing)),
                ("\(name): reflected", String(reflecting: thing)), ("\(name): dumped", dumped),
                ("\(name): mirrored", mirrored(Mirror(reflecting: thing))),
            ]
        }
    }

    private static func mirrored(_ mirror: Mirror) -> String {
        mirror.children.map { child in
            "\(child.label ?? "-")=\(child.value);" + mirrored(Mirror(reflecting: child.value))
        }.joined()
    }

    @Test("never print by accident", arguments: prints)
    func accident(place: String, text: String) {
        #expect(!text.contains("7731"))
        #expect(!text.contains("2099"))
        if !place.contains("mirrored") { #expect(text.contains("•••")) }
    }

    @Test("print nothing else")
    func print() {
        #expect("\(Self.datum)" == "•••")
        #expect(String(reflecting: Self.datum) == "•••")
        #expect(Mirror(reflecting: Self.datum).children.isEmpty)
        #expect(Self.datum.debugDescription == "•••")
    }

    @Test("are given to who asks for them by name")
    func reveal() {
        #expect(Self.datum.reveal() == Self.marker)
        #expect(Self.datum.map(\.count).reveal() == 11)
    }
}
