import Documents
import Permits
import Primitives
import WebCore

extension SitePath {
    /// Where a person goes on with what a programme began, by a one-time token.
    static let goOn = SiteRoute<String>("continue", .value)
    /// Where the registration of anybody else than a person of age for themselves begins, by what they are.
    static let registerFor = SiteRoute<String>("register", "for", .value)
    static let registerForConsent = SiteRoute<String>("register", "for", .value, "consent")
    static let registerName = SitePath("register", "name")
    static let registerConsent = SitePath("register", "consent")
    static let registerChange = SitePath("register", "change-name")
    static let registerChangeConsent = SitePath("register", "change-name", "consent")
    static let contactsStep = SitePath("register", "contacts")
    /// Where a code that was sent to an own address is entered, by its channel.
    static let code = SiteRoute<String>("register", "code", .value)
    static let codeAgain = SiteRoute<String>("register", "code", .value, "again")
    static let documentsStep = SitePath("register", "documents")
    static let documentKind = SiteRoute<String>("register", "documents", .value)
    static let documentRemove = SitePath("register", "documents", "remove")
    static let documentsState = SitePath("register", "documents", "state")
    static let uploads = SitePath("register", "uploads")
    static let upload = SiteRoute<DocumentID>("register", "uploads", .value)
    static let checkStep = SitePath("register", "check")
    static let sendStep = SitePath("register", "send")
    static let sent = SitePath("register", "sent")
    static let leave = SitePath("register", "leave")
    static let end = SitePath("register", "end")
    static let ended = SitePath("register", "ended")

    static let askQuestionCode = SitePath("contacts", "ask", "code")
    /// Where an answer is read; the token is a secret that is used up.
    static let answer = SiteRoute<String>("answer", .value)
    static let answerCode = SiteRoute<String>("answer", .value, "code")

    static let signInCode = SitePath("sign-in", "code")
    static let signInCodeAgain = SitePath("sign-in", "code", "again")
    static let signOut = SitePath("sign-out")

    static let accountData = SitePath("account", "data")
    /// Where an own address is changed.
    static let accountEmail = SitePath("account", "email")
    static let accountTelephone = SitePath("account", "telephone")
    /// Where the code that came to the new one is entered.
    static let accountAddressCode = SitePath("account", "address", "code")
    static let accountAddressCodeAgain = SitePath("account", "address", "code", "again")
    static let accountDocuments = SitePath("account", "documents")
    /// The image of a page within a viewing: viewing, document, number, size.
    static let accountPage = SiteRoute<ViewingID, DocumentID, Int, String>(
        "account", "pages", .value, .value, .value, .value)
    static let accountConsents = SitePath("account", "consents")
    /// The text that was shown when a consent was given or withdrawn.
    static let accountConsentText = SiteRoute<Identifier<ConsentRow>>("account", "consents", .value)
    static let accountRecipients = SitePath("account", "recipients")
    static let accountPolicy = SitePath("account", "policy")
    static let accountPolicySeen = SitePath("account", "policy", "seen")
    static let accountPolicyMail = SitePath("account", "policy", "mail")
    static let accountRights = SitePath("account", "rights")
    /// Where a request of a kind is written.
    static let accountAsk = SiteRoute<String>("account", "rights", "ask", .value)
    /// Where somebody without an account asks about their own data.
    static let outsideRequest = SitePath("rights")
    static let outsideCode = SitePath("rights", "code")
    static let outsideCodeAgain = SitePath("rights", "code", "again")
    static let outsideReceived = SitePath("rights", "received")
    /// Where a copy of everything held is taken.
    static let accountCopy = SitePath("account", "rights", "copy")
    /// Does at once what can be done at once.
    static let accountAct = SitePath("account", "rights", "act")
    static let accountActCode = SitePath("account", "rights", "act", "code")
    static let accountActCodeAgain = SitePath("account", "rights", "act", "code", "again")
    /// A request, by its place among the person's.
    static let accountRequest = SiteRoute<Int>("account", "requests", .value)
    static let accountRequestWithdraw = SiteRoute<Int>("account", "requests", .value, "withdraw")
    static let accountRequestCorrection = SiteRoute<Int>("account", "requests", .value, "correction")
    static let accountRequestFiles = SiteRoute<Int>("account", "requests", .value, "files")
    static let accountRequestRemove = SiteRoute<Int>("account", "requests", .value, "remove")
    static let accountRequestState = SiteRoute<Int>("account", "requests", .value, "state")
    /// For whom one acts.
    static let representing = SitePath("account", "representing")
    static let representingBack = SitePath("account", "representing", "back")
    static let representingAgree = SitePath("account", "representing", "agree")
    static let representingCode = SitePath("account", "representing", "code")
    static let representingCodeAgain = SitePath("account", "representing", "code", "again")
    /// Who acts for one.
    static let representation = SitePath("account", "representation")
    static let accountOrders = SitePath("account", "orders")
    /// An order, by its place among the person's.
    static let accountOrder = SiteRoute<Int>("account", "orders", .value)
    static let accountOrderMessage = SiteRoute<Int>("account", "orders", .value, "message")
    static let accountOrderWithdraw = SiteRoute<Int>("account", "orders", .value, "withdraw")
    static let accountHistory = SitePath("account", "history")
    static let accountThreads = SitePath("account", "threads")
    /// A thread, by its place among the person's.
    static let accountThread = SiteRoute<Int>("account", "threads", .value)
    static let accountThreadFiles = SiteRoute<Int>("account", "threads", .value, "files")
    static let accountThreadRemove = SiteRoute<Int>("account", "threads", .value, "remove")
    static let accountThreadState = SiteRoute<Int>("account", "threads", .value, "state")
    /// A file that the operator sent, within a viewing.
    static let accountFile = SiteRoute<ViewingID, DocumentID>("account", "files", .value, .value)
    static let accountMessages = SitePath("account", "messages")
    static let accountCorrection = SitePath("account", "correction")
    static let accountObjection = SitePath("account", "objection")
    static let accountAgain = SitePath("account", "again")
    static let accountPassword = SitePath("account", "password")
    static let accountPasswordCode = SitePath("account", "password", "code")
    static let accountPasswordCodeAgain = SitePath("account", "password", "code", "again")
    static let accountSessions = SitePath("account", "sessions")
    static let receipt = SitePath("account", "receipt")
    static let receiptFile = SitePath("account", "receipt.json")
}
