import Disclosures
import Documents
import Permits
import Policy
import Primitives
import Registration
import Rights
import Threads
import WebCore

/// The pages of the staff.
extension SitePath {
    package static let officeSignIn = SitePath("office", "sign-in")
    package static let officeSignOut = SitePath("office", "sign-out")
    static let officeFactor = SitePath("office", "factor")
    static let newFactor = SitePath("office", "factor", "new")
    static let officeSessions = SitePath("office", "sessions")
    static let undertaking = SitePath("office", "undertaking")
    /// Where somebody enrols; the token is a secret that is used up.
    package static let officeEnrol = SiteRoute<String>("office", "enrol", .value)
    /// Where a new second factor is begun after a reset; the token is a secret that is used up.
    package static let officeReset = SiteRoute<String>("office", "reset", .value)

    static let queue = SitePath("office", "queue")
    static let nextCase = SitePath("office", "next")
    static let officeCase = SiteRoute<String>("office", "cases", .value)
    static let takeCase = SiteRoute<String>("office", "cases", .value, "take")
    static let giveBack = SiteRoute<String>("office", "cases", .value, "give-back")
    static let revealContact = SiteRoute<String>("office", "cases", .value, "reveal")
    static let proposeValue = SiteRoute<String>("office", "cases", .value, "propose")
    static let decideRepresentation = SiteRoute<String>("office", "cases", .value, "representation")
    static let putAside = SiteRoute<String>("office", "cases", .value, "put-aside")
    static let approveCase = SiteRoute<String>("office", "cases", .value, "approve")
    static let refuseCase = SiteRoute<String>("office", "cases", .value, "refuse")
    static let undoDecision = SiteRoute<String>("office", "cases", .value, "undo")
    static let reviewDocument = SiteRoute<String>("office", "cases", .value, "review")
    static let askAgain = SiteRoute<String>("office", "cases", .value, "ask-again")
    /// Number of the case, document, page, size.
    static let pageImage = SiteRoute<String, String, Int, String>(
        "office", "cases", .value, "documents", .value, .value, .value)

    static let officeRequests = SitePath("office", "requests")
    static let enterRequest = SitePath("office", "requests", "enter")
    /// The same of somebody of whom no registration is known.
    static let enterOutside = SitePath("office", "requests", "enter", "stranger")
    /// Number of the registration, and the request's place among the person's.
    static let officeRequest = SiteRoute<String, Int>("office", "requests", .value, .value)
    static let openRequest = SiteRoute<String, Int>("office", "requests", .value, .value, "open")
    static let answerRequest = SiteRoute<String, Int>("office", "requests", .value, .value, "answer")
    static let withdrawConsents = SiteRoute<String, Int>("office", "requests", .value, .value, "withdraw")
    static let refuseRequest = SiteRoute<String, Int>("office", "requests", .value, .value, "refuse")
    static let draftAnswer = SiteRoute<String, Int>("office", "requests", .value, .value, "draft")
    static let proposeCorrection = SiteRoute<String, Int>("office", "requests", .value, .value, "propose")
    /// The image of a page of what proves a request, within a viewing: case, number, viewing, document, page, size.
    static let proofPage = SiteRoute<String, Int, ViewingID, DocumentID, Int, String>(
        "office", "requests", .value, .value, "pages", .value, .value, .value, .value)
    /// A request without an account.
    static let outsideInOffice = SiteRoute<Identifier<OutsideRequestRow>>("office", "outside-requests", .value)
    static let openOutside = SiteRoute<Identifier<OutsideRequestRow>>("office", "outside-requests", .value, "open")
    static let identifyOutside = SiteRoute<Identifier<OutsideRequestRow>>(
        "office", "outside-requests", .value, "identify")
    static let closeOutside = SiteRoute<Identifier<OutsideRequestRow>>("office", "outside-requests", .value, "close")
    static let prepareDestruction = SiteRoute<String, Int>(
        "office", "requests", .value, .value, "prepare-destruction")
    static let keepAfterAll = SiteRoute<String, Int>("office", "requests", .value, .value, "keep")
    static let destroyPerson = SiteRoute<String, Int>("office", "requests", .value, .value, "destroy")
    static let copyForPerson = SiteRoute<String, Int>("office", "requests", .value, .value, "copy")
    static let blockPerson = SiteRoute<String, Int>("office", "requests", .value, .value, "block")

    static let officeThreads = SitePath("office", "threads")
    static let noteMessage = SitePath("office", "threads", "note")
    static let takeLetter = SitePath("office", "threads", "letter")
    static let replyTemplates = SitePath("office", "threads", "templates")
    static let officeThread = SiteRoute<ThreadID>("office", "threads", "of", .value)
    static let takeThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "take")
    static let giveThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "give")
    static let openThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "open")
    static let answerThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "answer")
    static let fillThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "fill")
    static let closeThread = SiteRoute<ThreadID>("office", "threads", "of", .value, "close")
    /// Where staff write to a person about an order.
    static let orderMessage = SiteRoute<String, Int>("office", "orders", .value, .value, "message")
    static let threadFile = SiteRoute<ThreadID>("office", "threads", "of", .value, "files")
    /// The image of a page of a file in a thread, within a viewing: thread, viewing, document, number, size.
    static let threadFilePage = SiteRoute<ThreadID, ViewingID, DocumentID, Int, String>(
        "office", "threads", "of", .value, "pages", .value, .value, .value, .value)
    static let findPerson = SitePath("office", "find")

    static let counter = SitePath("office", "counter")
    static let counterEntry = SiteRoute<Identifier<CounterRow>>("office", "counter", .value)
    static let counterAgree = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "agree")
    static let counterOriginal = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "original")
    static let counterFile = SiteRoute<Identifier<CounterRow>, String>("office", "counter", .value, "files", .value)
    static let counterReach = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "contact")
    static let counterTake = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "take")
    static let counterTold = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "told")
    static let counterSend = SiteRoute<Identifier<CounterRow>>("office", "counter", .value, "send")

    static let officeOrders = SitePath("office", "orders")
    /// Number of the registration, and the order's place among the person's.
    static let officeOrder = SiteRoute<String, Int>("office", "orders", .value, .value)
    static let openOrder = SiteRoute<String, Int>("office", "orders", .value, .value, "open")
    static let advanceOrder = SiteRoute<String, Int>("office", "orders", .value, .value, "advance")
    static let payOrder = SiteRoute<String, Int>("office", "orders", .value, .value, "paid")
    static let refuseOrder = SiteRoute<String, Int>("office", "orders", .value, .value, "refuse")
    static let endOrder = SiteRoute<String, Int>("office", "orders", .value, .value, "end")
    static let officeServices = SitePath("office", "services")
    static let newService = SitePath("office", "new-service")
    static let officeService = SiteRoute<String>("office", "services", .value)
    static let officeAgreement = SiteRoute<String>("office", "services", .value, "agreement")
    static let officePages = SitePath("office", "pages")
    static let officePage = SiteRoute<String>("office", "pages", .value)
    static let officePolicy = SitePath("office", "policy")
    static let proposePolicy = SitePath("office", "policy", "propose")
    static let withdrawPolicy = SitePath("office", "policy", "withdraw")
    static let publishPolicy = SitePath("office", "policy", "publish")
    static let officeDraft = SitePath("office", "policy", "draft")
    static let beginDraft = SitePath("office", "policy", "draft", "begin")
    static let proposeDraft = SitePath("office", "policy", "draft", "propose")
    /// A file of the draft, by its name.
    static let draftFile = SiteRoute<String>("office", "policy", "draft", "files", .value)
    /// A clause of the draft in all languages, by its number.
    static let draftClause = SiteRoute<String>("office", "policy", "draft", "clauses", .value)
    static let officeVoid = SitePath("office", "policy", "void")
    static let withdrawVoid = SitePath("office", "policy", "void", "withdraw")
    static let declareVoid = SitePath("office", "policy", "void", "declare")
    static let workingDays = SitePath("office", "calendar")
    static let previewDay = SitePath("office", "calendar", "preview")
    static let moveDay = SitePath("office", "calendar", "move")
    static let officeDisclosures = SitePath("office", "disclosures")
    static let prepareDisclosure = SitePath("office", "disclosures", "prepare")
    static let recordDisclosure = SitePath("office", "disclosures", "record")
    static let officeWithdrawal = SiteRoute<Identifier<Withdrawal>>("office", "disclosures", "withdrawals", .value)
    static let officeTelling = SiteRoute<Identifier<Telling>>("office", "disclosures", "tellings", .value)
    static let archive = SitePath("office", "archive")
    static let askArchive = SitePath("office", "archive", "ask")
    static let openArchive = SitePath("office", "archive", "open")
    static let leaveArchive = SitePath("office", "archive", "leave")
    static let personHolds = SitePath("office", "holds")
    static let putHold = SitePath("office", "holds", "put")
    static let endHold = SitePath("office", "holds", "release")
    static let officeAcceptance = SitePath("office", "acceptance")
    static let checkup = SitePath("office", "checkup")
    static let staff = SitePath("office", "staff")
    static let staffNames = SitePath("office", "staff", "names")
    static let invite = SitePath("office", "staff", "invite")
    static let grantRole = SitePath("office", "staff", "grant")
    static let revokeRole = SitePath("office", "staff", "revoke")
    static let endAccess = SitePath("office", "staff", "end")
    static let resetFactor = SitePath("office", "staff", "reset")
    static let outbox = SitePath("office", "outbox")
    static let jobs = SitePath("office", "jobs")
    static let jobAgain = SitePath("office", "jobs", "again")
    static let heldWork = SitePath("office", "held-work")
    static let proposeRelease = SitePath("office", "held-work", "propose")
    static let releaseWork = SitePath("office", "held-work", "release")
    static let jobGiveUp = SitePath("office", "jobs", "give-up")
}
