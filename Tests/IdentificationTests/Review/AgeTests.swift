import Policy
import Primitives
import Testing

@testable import Identification

@Suite("The age that a document gives")
struct AgeTests {
    private static let today = Day("2026-11-27")

    @Test(
        "fits a registration for whoever is of that age on the day, and no other",
        arguments: [
            ("2008-11-27", [Registrant.person, .soleProprietor, .represented, .organisation]),
            ("2008-11-28", [.minor]), ("2012-11-27", [.minor]), ("2012-11-28", [.child]), ("2026-11-27", [.child]),
            ("1950-02-28", [.person, .soleProprietor, .represented, .organisation]), ("2026-11-28", []),
        ])
    func fits(born: String, registrants: [Registrant]) throws {
        let (born, today) = (try #require(Day(born)), try #require(Self.today))
        let fitting = Registrant.allCases.filter {
            let remark = Remark.age(born, of: $0, on: today, confidence: 80)
            #expect(remark.isGood == (remark.code == .ageFits) && remark.confidence == 80)
            return remark.isGood
        }
        #expect(Set(fitting) == Set(registrants))
    }
}
