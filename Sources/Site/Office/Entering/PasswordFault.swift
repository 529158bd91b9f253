import Access
import Primitives
import WebCore

/// What is wrong with a password that somebody wants to set, in words.
struct PasswordFault {
    let message: Phrase

    /// - Parameter refusal: what the password rule threw; nil for a refusal of anything else.
    init?(_ refusal: any Refusal) {
        // The rule belongs to a driver, which pages do not know; what they know is the name of its case.
        let name =
            if case AccessRefusal.weakPassword(let name) = refusal { name } else { String(describing: refusal) }
        switch name.prefix(while: \.isLetter) {
        case "tooShort": message = .officePasswordTooShort
        case "tooLong": message = .officePasswordTooLong
        case "common": message = .officePasswordCommon
        case "aboutYou": message = .officePasswordAboutYou
        default: return nil
        }
    }
}
