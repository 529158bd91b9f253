import Policy
import Primitives

/// How answers about a policy are read, and what cannot be taken.
enum PolicyEntry {
    /// Forms of business as people call them.
    private static let forms = [
        "ип": OperatorForm.soleProprietor, "жк": .soleProprietor, "тоо": .partnership, "жшс": .partnership,
        "llp": .partnership, "ао": .jointStock, "ақ": .jointStock, "jsc": .jointStock, "другое": .other,
        "басқа": .other,
    ]

    @Sendable static func form(_ entered: String) -> String {
        let word = entered.lowercased()
        return forms[word]?.rawValue ?? word
    }

    @Sendable static func formProblem(_ text: String) -> Phrase? {
        OperatorForm(rawValue: text) == nil ? .policyChoose : nil
    }

    @Sendable static func yesNo(_ entered: String) -> String {
        switch entered.lowercased() {
        case "yes", "y", "да", "иә": "yes"
        case "no", "n", "нет", "жоқ": "no"
        default: entered
        }
    }

    /// Empty for what is to be put in later.
    @Sendable static func orLater(_ entered: String) -> String {
        ["later", "позже", "кейін"].contains(entered.lowercased()) ? "" : entered
    }

    @Sendable static func list(_ entered: String) -> String {
        entered.lowercased().split { $0 == "," || $0.isWhitespace }.joined(separator: " ")
    }

    /// Signs that mean something in YAML, in Markdown or in a template.
    private static let signs: Set<Character> = ["\"", "\\", "<", ">", "*", "[", "]", "{", "}", "`", "#"]

    private static func isPlain(_ text: String) -> Bool {
        text.count <= 200 && !text.contains { signs.contains($0) || $0.isNewline }
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    @Sendable static func nameProblem(_ text: String) -> Phrase? { isPlain(text) ? nil : .policySigns }

    @Sendable static func providerProblem(_ text: String) -> Phrase? { isPlain(text) ? nil : .policySigns }

    @Sendable static func latinNameProblem(_ text: String) -> Phrase? {
        guard isPlain(text) else { return .policySigns }
        let isCyrillic = text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
        return isCyrillic ? .policyLatin : nil
    }

    @Sendable static func numberProblem(_ text: String, _ answers: EnvironmentFile) -> Phrase? {
        let isProprietor = answers["kind"] == OperatorForm.soleProprietor.rawValue
        return KazakhIdentifier(text)?.kind == (isProprietor ? .iin : .bin) ? nil : .initWrongNumber
    }

    @Sendable static func siteProblem(_ text: String) -> Phrase? {
        let isName =
            text.contains(".") && !text.hasPrefix(".") && !text.hasSuffix(".")
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
        return isName ? nil : .policySite
    }

    @Sendable static func emailProblem(_ text: String) -> Phrase? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress =
            parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && isPlain(text)
            && text.allSatisfy { $0.isASCII && !$0.isWhitespace }
        return isAddress ? nil : .initMailAddress
    }

    @Sendable static func telephoneProblem(_ text: String) -> Phrase? {
        let digits = text.count(where: \.isNumber)
        let isNumber =
            (10...15).contains(digits)
            && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == " " || "+-()".contains($0)) }
        return isNumber ? nil : .policyTelephone
    }
}
