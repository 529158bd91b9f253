import Policy
import Testing
import TestKit

@Suite("Two texts compared word by word")
struct TextRunTests {
    private func side(_ runs: [TextRun], without kind: TextRun.Kind) -> String {
        runs.filter { $0.kind != kind }.map(\.text).joined()
    }

    @Test("are marked where words differ, a phrase as one")
    func marks() {
        let runs = TextRun.between("Ответ даётся за 30 рабочих дней.", "Ответ даётся за 15 календарных дней.")
        #expect(
            runs == [
                TextRun(.same, "Ответ даётся за "), TextRun(.removed, "30 рабочих"), TextRun(.added, "15 календарных"),
                TextRun(.same, " дней."),
            ])
    }

    @Test("have nothing to mark when they are the same, and everything when one is empty")
    func ends() {
        #expect(TextRun.between("сақта", "сақта") == [TextRun(.same, "сақта")])
        #expect(TextRun.between("", "a b") == [TextRun(.added, "a b")])
        #expect(TextRun.between("a b", "") == [TextRun(.removed, "a b")])
        #expect(TextRun.between("", "").isEmpty)
    }

    @Test("come back whole from the runs, whatever is put in, taken out or moved")
    func byChance() {
        var dice = Dice(seed: 20_261_126)
        let words = ["a", "b", "бір", "екі", " ", " ", "\n", ",", "é", "👩‍👩‍👧", "1"]
        for _ in 0..<2_000 {
            let (old, new) = (dice.text(of: words, 0...24), dice.text(of: words, 0...24))
            let runs = TextRun.between(old, new)
            #expect(side(runs, without: .added) == old, "\(old) → \(new)")
            #expect(side(runs, without: .removed) == new, "\(old) → \(new)")
            #expect(runs.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test("are told as one change when they are too long to be compared")
    func long() {
        let (old, new) = ((0..<5_000).map { "w\($0)" }, (0..<5_000).map { "v\($0)" })
        let runs = TextRun.between("start " + old.joined(separator: " "), "start " + new.joined(separator: " "))
        #expect(runs.map(\.kind) == [.same, .removed, .added])
    }
}
