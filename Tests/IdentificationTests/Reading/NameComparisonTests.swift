import Identification
import Primitives
import Testing

@Suite("Names in a form and a document")
struct NameComparisonTests {
    private func compare(_ form: String, _ document: String, cut: Bool = false) -> NameComparison {
        func name(_ text: String) -> PersonName {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
            func part(_ place: Int) -> String? { place < parts.count && !parts[place].isEmpty ? parts[place] : nil }
            return PersonName(family: part(0), given: part(1), patronymic: part(2))
        }
        return NameComparison(form: name(form), document: name(document), cut: cut)
    }

    @Test(
        "are the same",
        arguments: [
            ("Мысалов/Қайсар", "Мысалов/Қайсар", NameComparison.Reason.same),
            ("Мысалов/Қайсар", "МЫСАЛОВ/ҚАЙСАР", .sameLetters),
            ("Сынақова-Үлгі/Іңкәр", "СЫНАҚОВА ҮЛГІ/ІҢКӘР", .sameLetters),
            ("О'Мысал/Анна", "О’Мысал/Анна", .sameLetters),
            ("Құрақбай/Әлібек", "Куракбай/Алибек", .sameAlphabet),
            ("Ғажапов/Өмір", "Гажапов/Омир", .sameAlphabet),
            ("Äripbek/Öner", "ARIPBEK/ONER", .sameAlphabet),
            ("Мысалов/Қайсар", "MYSALOV/KAYSAR", .transliterated),
            ("Мысалов/Қайсар", "MYSALOV/QAISAR", .transliterated),
            ("Ғажапов/Шыңғыс", "GAZHAPOV/SHYNGYS", .transliterated),
            ("Ғажапов/Шыңғыс", "GAJAPOV/SHYNGGYS", .transliterated),
            ("Тәжірибе/Жұлдыз", "TAZHIRIBE/ZHULDYZ", .transliterated),
            ("Щукин/Юрий", "SHCHUKIN/IURII", .transliterated),
            ("Щукин/Юрий", "SHCHUKIN/YURIY", .transliterated),
            ("Образцов/Александр", "OBRAZTSOV/ALEXANDR", .transliterated),
            ("Ельцова/Софья", "YELTSOVA/SOFYA", .transliterated),
            ("MYSALOV/KAYSAR", "Мысалов/Қайсар", .transliterated),
            ("Мысалов/Қайсар/Үлгіұлы", "MYSALOV/KAYSAR", .patronymicAbsent),
            ("Мысалов/Қайсар/Үлгіұлы", "MYSALOV/KAYSAR ULGIULY", .transliterated),
            ("Мысалов/", "МЫСАЛОВ/", .sameLetters),
        ])
    func match(form: String, document: String, reason: NameComparison.Reason) {
        let comparison = compare(form, document)
        #expect(comparison.verdict == .match)
        #expect(comparison.reason == reason)
    }

    @Test(
        "are nearly the same",
        arguments: [
            ("Мысалов/Қайсар", "MYSALOV/KAYSER", NameComparison.Reason.letters),
            ("Мысалова/Анна", "МЫСАЛОВ/АННА", .letters),
            ("Мысалов/Қайсар", "KAYSAR/MYSALOV", .swapped),
        ])
    func close(form: String, document: String, reason: NameComparison.Reason) {
        let comparison = compare(form, document)
        #expect(comparison.verdict == .close)
        #expect(comparison.reason == reason)
    }

    @Test(
        "are different",
        arguments: [
            ("Мысалов/Қайсар", "MYSALOV/YERKIN", NameComparison.Reason.givenDiffers),
            ("Мысалов/Қайсар", "ORNEKBAYEV/KAYSAR", .familyDiffers),
            ("Мысалов/Қайсар/Үлгіұлы", "Мысалов/Қайсар/Сынақұлы", .patronymicDiffers),
            ("Мысалов/Қайсар", "MYSALOV/", .partAbsent),
            ("Ли/Ан", "LEE/IM", .givenDiffers),
            ("Сарин/Ан", "Шарин/Им", .givenDiffers),
        ])
    func mismatch(form: String, document: String, reason: NameComparison.Reason) {
        let comparison = compare(form, document)
        #expect(comparison.verdict == .mismatch)
        #expect(comparison.reason >= reason)
    }

    @Test("are the same as far as a cut line reaches")
    func cut() {
        #expect(compare("Мысалов/Александрина", "MYSALOV/ALEKSAND", cut: true).reason == .cut)
        #expect(compare("Мысалов/Александрина", "MYSALOV/ALEKSAND").verdict == .mismatch)
    }

    @Test(
        "are the same in every practice of writing them",
        arguments: ["ҮЛГІБАЙ", "СЫНАҚОВ", "ШЫҢҒЫС", "ЖҰЛДЫЗ", "ӘРІПБЕК"])
    func everyPractice(name: String) {
        for practice in 0..<3 {
            let latin = name.map { Self.practices[$0].map { $0[min(practice, $0.count - 1)] } ?? "?" }.joined()
            #expect(compare("\(name)/АННА", "\(latin)/ANNA").verdict == .match, "\(latin)")
        }
    }

    /// Old passports, ICAO's table, passports with the alphabet of 2021; written here independently of the product.
    private static let practices: [Character: [String]] = [
        "А": ["A"], "Ә": ["A", "A", "AE"], "Б": ["B"], "В": ["V"], "Г": ["G"], "Ғ": ["G", "G", "G"], "Е": ["E"],
        "Ж": ["ZH", "ZH", "J"], "З": ["Z"], "І": ["I"], "Й": ["Y", "I", "I"], "К": ["K"], "Қ": ["K", "K", "Q"],
        "Л": ["L"], "Ң": ["N", "N", "NG"], "О": ["O"], "П": ["P"], "Р": ["R"], "С": ["S"], "Ш": ["SH", "SH", "S"],
        "Ұ": ["U"], "Ү": ["U", "U", "UE"], "Ы": ["Y"], "Д": ["D"], "Н": ["N"],
    ]
}
