import Agreements
import Policy
import Primitives
import WebCore

extension Form {
    /// A service as it was saved, to be edited.
    init(_ version: ServiceVersion) throws {
        self.init()
        let card = version.card
        fill(ServicesController.title, card.title)
        fill(ServicesController.description, card.description)
        fill(ServicesController.term, card.term)
        fill(ServicesController.price, card.price.map { "\($0.tenge)" } ?? "")
        if card.price?.isFrom == true { fill(ServicesController.isFrom, "yes") }
        fill(ServicesController.documents, all: card.documents.map(\.rawValue))
        fill(ServicesController.recipients, all: card.recipients.map(\.rawValue))
        fill(ServicesController.state, version.state.rawValue)
        fill(ServicesController.seen, try version.mark.hex)
    }

    /// What was entered; nil when the price is no whole number.
    var card: ServiceCard? {
        var price: ServiceCard.Price?
        // As people write it, with blanks between the thousands.
        let figures = text(ServicesController.price).filter { !$0.isWhitespace }
        if !figures.isEmpty {
            guard let tenge = Int(figures) else { return nil }
            price = ServiceCard.Price(tenge: tenge, isFrom: isChecked(ServicesController.isFrom))
        }
        return ServiceCard(
            title: phrase(ServicesController.title), description: phrase(ServicesController.description).asLines,
            price: price, term: phrase(ServicesController.term),
            documents: texts(ServicesController.documents).map { DocumentKindID($0) },
            recipients: texts(ServicesController.recipients).map { RecipientID($0) })
    }
}

extension Phrase {
    /// As files have it.
    var asLines: Phrase { Phrase(ru: ru.asLines, kk: kk.asLines, en: en.asLines) }
}

extension ServiceRefusal {
    /// Where on the page it is mended, and how; nil where nothing of the form is wrong.
    var inForm: (FieldName, Phrase)? {
        switch self {
        case .wrongName: (ServicesController.name, .officeServiceWrongName)
        case .nameTaken: (ServicesController.name, .officeServiceNameTaken)
        case .incomplete(let part, let language):
            (
                fieldName(part == .agreement ? AgreementController.text : part.rawValue, in: language),
                .officeServiceIncomplete
            )
        case .tooLong: (fieldName(ServicesController.description, in: .ru), .officeServiceTooLong)
        case .wrongPrice: (ServicesController.price, .officeServiceWrongPrice)
        case .unknownDocument: (ServicesController.documents, .officeServiceUnknown)
        case .unknownRecipient: (ServicesController.recipients, .officeServiceUnknown)
        case .noAgreement: (ServicesController.state, .officeServiceNoAgreement)
        case .unchanged: (fieldName(AgreementController.text, in: .ru), .officeAgreementUnchanged)
        case .notAdministrator, .notFound, .changedMeanwhile: nil
        }
    }

    var words: Phrase? { self == .notAdministrator ? .publicationNotAdministrator : nil }
}
