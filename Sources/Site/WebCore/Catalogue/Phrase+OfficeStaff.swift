import Primitives

/// Words of the administrator's pages.
extension Phrase {
    package static let officeStaffTitle = Phrase(ru: "Работники", kk: "Қызметкерлер", en: "Staff")
    package static let officeStaffCaption = Phrase(
        ru: "Кто имеет доступ к данным", kk: "Кім деректерге қол жеткізе алады", en: "Who has access to data")
    package static let officeMember = Phrase(ru: "Работник", kk: "Қызметкер", en: "Member")
    package static let officeRoles = Phrase(ru: "Роли", kk: "Рөлдер", en: "Roles")
    package static let officeState = Phrase(ru: "Состояние", kk: "Күйі", en: "State")
    package static let officeSince = Phrase(ru: "С какого дня", kk: "Қай күннен", en: "Since")
    package static let officeActions = Phrase(ru: "Действия", kk: "Әрекеттер", en: "Actions")
    package static let officeYou = Phrase(ru: "это вы", kk: "бұл сіз", en: "you")
    package static let officeNoRoles = Phrase(ru: "ролей нет", kk: "рөл жоқ", en: "no roles")
    package static let officeShowNames = Phrase(ru: "Показать имена", kk: "Аты-жөндерін көрсету", en: "Show names")
    package static let officeShowNamesHint = Phrase(
        ru: "О каждом показанном имени в журнале остаётся запись.",
        kk: "Көрсетілген әр аты-жөн туралы журналда жазба қалады.", en: "Each name shown leaves an entry in the ledger."
    )
    package static let officeStateEnrolled = Phrase(
        ru: "ждёт обязательства", kk: "міндеттемесі күтіледі", en: "undertaking awaited")
    package static let officeStateActive = Phrase(ru: "доступ есть", kk: "қолжетімділігі бар", en: "has access")
    package static let officeStateEnded = Phrase(
        ru: "доступ прекращён", kk: "қолжетімділік тоқтатылған", en: "access ended")
    package static let officeInviteTitle = Phrase(ru: "Пригласить", kk: "Шақыру", en: "Invite")
    package static let officeInviteRoles = Phrase(
        ru: "В каких ролях", kk: "Қандай рөлдермен", en: "In which roles")
    package static let officeInvite = Phrase(ru: "Создать ссылку", kk: "Сілтеме жасау", en: "Make a link")
    package static let officeChooseRole = Phrase(
        ru: "Выберите хотя бы одну роль", kk: "Кемінде бір рөл таңдаңыз", en: "Choose at least one role")
    package static let officeLinkTitle = Phrase(ru: "Одноразовая ссылка", kk: "Бір реттік сілтеме", en: "One-time link")
    package static let officeLinkOnce = Phrase(
        ru: "Она показана один раз. Передайте её лично или по защищённому каналу: войдёт тот, кто её откроет.",
        kk: "Ол бір рет көрсетіледі. Оны өз қолына немесе қорғалған арна арқылы беріңіз: кім ашса, сол кіреді.",
        en: "It is shown once. Hand it over in person or by a safe channel: whoever opens it gets in.")
    package static func officeLinkUntil(_ term: Phrase) -> Phrase {
        Phrase(ru: "Действует \(term.ru).", kk: "\(term.kk) жарамды.", en: "Valid for \(term.en).")
    }
    package static let officeToStaff = Phrase(
        ru: "Вернуться к работникам", kk: "Қызметкерлерге оралу", en: "Back to the staff")
    package static let officeGiveRole = Phrase(ru: "Дать роль", kk: "Рөл беру", en: "Give role")
    package static let officeRole = Phrase(ru: "Роль", kk: "Рөл", en: "Role")
    package static func officeTakeRole(_ role: Phrase) -> Phrase {
        Phrase(ru: "Снять роль: \(role.ru)", kk: "Рөлді алып тастау: \(role.kk)", en: "Take role away: \(role.en)")
    }
    package static let officeManage = Phrase(ru: "Изменить", kk: "Өзгерту", en: "Change")
    package static let officeResetFactor = Phrase(
        ru: "Заменить приложение с кодами", kk: "Код қосымшасын ауыстыру", en: "Replace the app with codes")
    package static let officeEndAccess = Phrase(
        ru: "Прекратить доступ", kk: "Қолжетімділікті тоқтату", en: "End access")
    package static func officeEndAccessQuestion(_ who: String) -> Phrase {
        Phrase(
            ru: "Прекратить доступ работника \(who)?", kk: "\(who) қызметкерінің қолжетімділігі тоқтатылсын ба?",
            en: "End the access of \(who)?")
    }
    package static let officeEndAccessMeans = Phrase(
        ru: "Сеансы, пароль и роли исчезнут сразу. Вернуть доступ можно только новым приглашением.",
        kk: "Сеанстар, құпиясөз және рөлдер бірден жойылады. Қолжетімділікті тек жаңа шақыру қайтарады.",
        en: "Sessions, password and roles go at once. Only a new invitation brings access back.")
    package static let officeLastAdministrator = Phrase(
        ru: "Это последний администратор: сначала назначьте другого.",
        kk: "Бұл соңғы әкімші: алдымен басқасын тағайындаңыз.",
        en: "This is the last administrator: appoint another one first.")

    package static let officeOutboxTitle = Phrase(ru: "Исходящие", kk: "Шығыс хабарламалар", en: "Outbox")
    package static let officeOutboxLead = Phrase(
        ru: "Последние сообщения, без адресов и текста.", kk: "Соңғы хабарламалар, мекенжайлары мен мәтінінсіз.",
        en: "The newest messages, without addresses and texts.")
    package static let officeUnsentTitle = Phrase(
        ru: "Сообщения не отправляются", kk: "Хабарламалар жіберілмейді", en: "Messages are not being sent")
    package static let officeUnsentExplanation = Phrase(
        ru: "Отправка не настроена: письма и SMS остаются в папке outbox и ни до кого не доходят.",
        kk: "Жіберу бапталмаған: хаттар мен SMS outbox қалтасында қалады және ешкімге жетпейді.",
        en: "Sending is not set up: e-mails and text messages stay in the outbox folder and reach nobody.")
    package static let officeOutboxEmpty = Phrase(
        ru: "Сообщений ещё не было", kk: "Хабарлама әлі болған жоқ", en: "No messages yet")
    package static let officeOutboxEmptyWhy = Phrase(
        ru: "Здесь появятся коды подтверждения и извещения людям.",
        kk: "Мұнда растау кодтары мен адамдарға хабарламалар шығады.",
        en: "Confirmation codes and notices to people will appear here.")
    package static let officeWhen = Phrase(ru: "Когда", kk: "Қашан", en: "When")
    package static let officeChannel = Phrase(ru: "Способ", kk: "Арна", en: "Channel")
    package static let officeAbout = Phrase(ru: "О чём", kk: "Не туралы", en: "About")
    package static let officeTries = Phrase(ru: "Попытки", kk: "Әрекет саны", en: "Tries")
    package static let officeByEmail = Phrase(ru: "письмо", kk: "хат", en: "e-mail")
    package static let officeBySMS = Phrase(ru: "SMS", kk: "SMS", en: "text message")
    package static let officeQueued = Phrase(ru: "ждёт отправки", kk: "жіберуді күтіп тұр", en: "queued")
    package static let officeSent = Phrase(ru: "отправлено", kk: "жіберілді", en: "sent")
    package static let officeUnsent = Phrase(
        ru: "не отправлено: отправка не настроена", kk: "жіберілмеді: жіберу бапталмаған",
        en: "not sent: sending is not set up")
    package static let officeDropped = Phrase(ru: "снято", kk: "алып тасталды", en: "dropped")
    package static let officeFailed = Phrase(ru: "не доставлено", kk: "жеткізілмеді", en: "not delivered")
}
