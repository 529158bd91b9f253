import Policy
import Primitives

/// What a policy says of rules, limits and terms, in words.
extension Phrase {
    static func rule(_ aspect: Aspect) -> Phrase? {
        switch aspect {
        case .askedOf: Phrase(ru: "У кого спрашивают", kk: "Кімнен сұралады", en: "Asked of")
        case .keep: Phrase(ru: "Сколько хранится", kk: "Қанша уақыт сақталады", en: "Kept for")
        case .keepReason: Phrase(ru: "Зачем хранится", kk: "Не үшін сақталады", en: "Why kept")
        case .required: Phrase(ru: "Обязательно", kk: "Міндетті", en: "Required")
        case .country: Phrase(ru: "Страна", kk: "Елі", en: "Country")
        case .compulsory:
            Phrase(
                ru: "Обязательно для регистрации", kk: "Тіркелу үшін міндетті", en: "Compulsory for registration")
        case .provesIdentity: Phrase(ru: "Удостоверяет личность", kk: "Жеке басты куәландырады", en: "Proves identity")
        case .printable: Phrase(ru: "Можно печатать", kk: "Басып шығаруға болады", en: "May be printed")
        case .accepted: Phrase(ru: "Виды файлов", kk: "Файл түрлері", en: "Types of file")
        case .name: Phrase(ru: "Имя", kk: "Аты", en: "Name")
        case .number: Phrase(ru: "ИИН или БИН", kk: "ЖСН не БСН", en: "IIN or BIN")
        case .address: Phrase(ru: "Почтовый адрес", kk: "Пошта мекенжайы", en: "Postal address")
        case .site: Phrase(ru: "Сайт", kk: "Сайт", en: "Site")
        case .email: Phrase(ru: "Электронная почта", kk: "Электрондық пошта", en: "E-mail")
        case .telephone: Phrase(ru: "Телефон", kk: "Телефон", en: "Telephone")
        case .placeholders: Phrase(ru: "Ещё не заполнено", kk: "Әлі толтырылмаған", en: "Still to be filled in")
        case .region: Phrase(ru: "Где лежат данные", kk: "Деректер қайда сақталады", en: "Where the data lie")
        case .lawPack: Phrase(ru: "Право", kk: "Құқық", en: "Law")
        case .languages: Phrase(ru: "Языки", kk: "Тілдер", en: "Languages")
        case .format: Phrase(ru: "Формат файла политики", kk: "Саясат файлының пішімі", en: "Format of the policy file")
        case .atMost: Phrase(ru: "Не дольше", kk: "Ең ұзақ мерзімі", en: "At most")
        case .asked: Phrase(ru: "Что спрашивают", kk: "Не сұралады", en: "What is asked")
        case .confirmAtLeast: Phrase(ru: "Сколько подтвердить", kk: "Қаншасын растау керек", en: "How many to confirm")
        case .amount: Phrase(ru: "Срок", kk: "Мерзімі", en: "Term")
        case .built: Phrase(ru: "Работает в этой версии", kk: "Осы нұсқада жұмыс істейді", en: "Works in this version")
        case .link: Phrase(ru: "Где это видно", kk: "Қай жерде көрінеді", en: "Where it is seen")
        case .singleHanded:
            Phrase(
                ru: "Один человек ведёт дело", kk: "Істі бір адам жүргізеді", en: "One person runs the business")
        case .secondFactor: Phrase(ru: "Второй фактор", kk: "Екінші фактор", en: "Second factor")
        case .undertaking:
            Phrase(
                ru: "Обязательство о неразглашении", kk: "Құпиялылықты сақтау міндеттемесі",
                en: "Confidentiality undertaking")
        case .photoBytes: Phrase(ru: "Снимок не больше", kk: "Суреттің ең үлкен көлемі", en: "Largest picture")
        default: nil
        }
    }

    static func term(of aspect: Aspect) -> Phrase? {
        switch aspect {
        case .pdfBytes: Phrase(ru: "PDF не больше", kk: "PDF файлының ең үлкен көлемі", en: "Largest PDF")
        case .pdfPages: Phrase(ru: "Страниц в PDF", kk: "PDF беттері", en: "Pages of a PDF")
        case .pixels: Phrase(ru: "Пикселей в снимке", kk: "Суреттегі пиксель саны", en: "Pixels of a picture")
        case .files: Phrase(ru: "Файлов в регистрации", kk: "Тіркелудегі файлдар", en: "Files of a registration")
        case .totalBytes: Phrase(ru: "Все файлы вместе", kk: "Барлық файл бірге", en: "All files together")
        case .draft:
            Phrase(
                ru: "Черновик уничтожается через", kk: "Жоба жойылатын мерзім", en: "A draft is destroyed after")
        case .moreAsked:
            Phrase(
                ru: "Ответ на просьбу о документах ждут", kk: "Құжат сұралғанда жауап күтілетін мерзім",
                en: "An answer is awaited for")
        case .reminders: Phrase(ru: "Напоминания", kk: "Еске салулар", en: "Reminders")
        case .review: Phrase(ru: "Срок проверки", kk: "Тексеру мерзімі", en: "Term of the review")
        case .endedScans:
            Phrase(
                ru: "Сканы закрытого дела хранятся", kk: "Жабылған істің сканерленген көшірмелері сақталатын мерзім",
                en: "Scans of an ended case are kept for")
        case .objection:
            Phrase(
                ru: "Возразить можно", kk: "Қарсылық білдіру мерзімі", en: "An objection can be made for")
        case .codeLife: Phrase(ru: "Код действует", kk: "Кодтың жарамдылық мерзімі", en: "A code lives for")
        case .codeTries: Phrase(ru: "Неверных попыток кода", kk: "Кодты қате енгізу саны", en: "Wrong tries of a code")
        case .codeResend: Phrase(ru: "Новый код через", kk: "Жаңа код жіберілетін уақыт", en: "A new code after")
        case .codesPerHour: Phrase(ru: "Кодов в час", kk: "Сағатына код саны", en: "Codes an hour")
        case .invitation:
            Phrase(
                ru: "Приглашение действует", kk: "Шақырудың жарамдылық мерзімі", en: "An invitation lives for")
        case .lease:
            Phrase(
                ru: "Дело остаётся за проверяющим", kk: "Іс тексерушіде қалатын уақыт",
                en: "A case stays with its reviewer for")
        case .undo:
            Phrase(
                ru: "Решение можно отменить", kk: "Шешімді кері қайтаруға болатын уақыт",
                en: "A decision can be undone for")
        case .viewing: Phrase(ru: "Просмотр длится", kk: "Қарау ұзақтығы", en: "A viewing lasts")
        case .session: Phrase(ru: "Сеанс без действий", kk: "Әрекетсіз сеанс", en: "Idle session")
        case .staffSession:
            Phrase(
                ru: "Сеанс работника без действий", kk: "Қызметкердің әрекетсіз сеансы", en: "Idle session of staff")
        case .receipt: Phrase(ru: "Расписка доступна", kk: "Қолхат қолжетімді мерзім", en: "A receipt is offered for")
        default: nil
        }
    }
}
