import Primitives

extension Question {
    /// All questions, in their order.
    static func all(region: String) -> [Question] { place(region) + mail + sms + [backup] }

    private static func place(_ region: String) -> [Question] {
        [
            Question(
                "SAQTA_SITE",
                Phrase(ru: "Адрес сайта", kk: "Сайттың мекенжайы", en: "Address of the site"),
                hint: Phrase(
                    ru: "Как его набирают люди: https://www.example.kz или https://account.example.kz.",
                    kk: "Адамдар теретіндей: https://www.example.kz немесе https://account.example.kz.",
                    en: "As people type it: https://www.example.kz or https://account.example.kz."),
                problem: siteProblem),
            Question(
                "SAQTA_REGION",
                Phrase(
                    ru: "Страна, где стоит этот сервер", kk: "Осы сервер тұрған ел",
                    en: "Country where this machine stands"),
                hint: Phrase(
                    ru: "Две буквы: KZ. Закон и политика требуют хранить данные в стране \(region).",
                    kk: "Екі әріп: KZ. Заң мен саясат деректерді \(region) елінде сақтауды талап етеді.",
                    en: "Two letters: KZ. Law and policy want the data kept in \(region)."),
                standard: region,
                problem: { $0 == region ? nil : .initOtherRegion(region) }),
            Question(
                "SAQTA_ADDRESS",
                Phrase(
                    ru: "Почтовый адрес оператора", kk: "Оператордың пошталық мекенжайы",
                    en: "Postal address of the operator"),
                hint: Phrase(
                    ru: "Он стоит на страницах и в согласии.", kk: "Ол беттерде және келісімде көрсетіледі.",
                    en: "It stands on the pages and in the consent."),
                problem: { $0.count < 8 ? .initShort : nil }),
            Question(
                "SAQTA_TLS_CERTIFICATE",
                Phrase(ru: "Файл сертификата", kk: "Сертификат файлы", en: "File of the certificate"),
                hint: Phrase(
                    ru: "Пусто, если перед сервером стоит Caddy или nginx.",
                    kk: "Сервердің алдында Caddy не nginx тұрса, бос қалдырыңыз.",
                    en: "Empty when Caddy or nginx stands before the server."),
                isOptional: true),
            Question(
                "SAQTA_TLS_KEY", Phrase(ru: "Файл ключа", kk: "Кілт файлы", en: "File of its key"),
                hint: Phrase(
                    ru: "Читать его должен только сервер.", kk: "Оны тек сервер оқуы керек.",
                    en: "Only the server may read it."),
                when: { $0["SAQTA_TLS_CERTIFICATE"] != nil }),
            Question(
                "SAQTA_TRUSTED_PROXIES",
                Phrase(ru: "Адрес прокси-сервера", kk: "Прокси-сервердің мекенжайы", en: "Address of the proxy"),
                hint: Phrase(
                    ru: "Ему одному сервер верит, откуда пришёл запрос.",
                    kk: "Сұраудың қайдан келгені туралы сервер тек соған сенеді.",
                    en: "It alone is believed about where a request comes from."),
                standard: "127.0.0.1", when: { $0["SAQTA_TLS_CERTIFICATE"] == nil }),
        ]
    }

    private static let mail = [
        Question(
            "SAQTA_MAIL_HOST", Phrase(ru: "Почтовый сервер", kk: "Пошта сервері", en: "Mail server"),
            hint: Phrase(
                ru: "Через него уходят коды и письма. Пусто — пока никому ничего не отправляется.",
                kk: "Кодтар мен хаттар сол арқылы жіберіледі. Бос болса, әзірге ешкімге ештеңе жіберілмейді.",
                en: "Codes and letters leave through it. Empty: nothing is sent to anybody yet."),
            isOptional: true, problem: { $0.contains(" ") || $0.contains("/") ? .initHost : nil }),
        Question(
            "SAQTA_MAIL_PORT", Phrase(ru: "Порт почтового сервера", kk: "Пошта серверінің порты", en: "Its port"),
            hint: Phrase(ru: "587 или 465.", kk: "587 немесе 465.", en: "587 or 465."), standard: "587",
            when: hasMail, problem: { Int($0).map { (1...65_535).contains($0) } == true ? nil : .initPort }),
        Question(
            "SAQTA_MAIL_FROM", Phrase(ru: "Адрес отправителя", kk: "Жіберушінің мекенжайы", en: "Sender’s address"),
            hint: Phrase(
                ru: "С него приходят письма.", kk: "Хаттар содан келеді.", en: "Letters come from it."),
            when: hasMail, problem: { $0.contains("@") ? nil : .initMailAddress }),
        Question(
            "SAQTA_MAIL_USER", Phrase(ru: "Имя для входа", kk: "Кіру аты", en: "Name to sign in with"),
            hint: Phrase(
                ru: "Пусто, если вход не нужен.", kk: "Кіру қажет болмаса, бос қалдырыңыз.",
                en: "Empty when none is needed."),
            isOptional: true, when: hasMail),
        Question(
            "SAQTA_MAIL_PASSWORD_FILE",
            Phrase(ru: "Файл с паролем", kk: "Құпиясөз файлы", en: "File with the password"),
            hint: Phrase(
                ru: "Сам пароль сюда не пишут; файл с правами 0600.",
                kk: "Құпиясөздің өзі мұнда жазылмайды; файл құқығы 0600.",
                en: "The password itself is not written here; a file of mode 0600."),
            when: { $0["SAQTA_MAIL_USER"] != nil }),
    ]

    private static let sms = [
        Question(
            "SAQTA_SMS_URL", Phrase(ru: "SMS-шлюз", kk: "SMS шлюзі", en: "SMS gateway"),
            hint: Phrase(
                ru: "Адрес https://…; пусто — без SMS.", kk: "https://… мекенжайы; бос болса – SMS жоқ.",
                en: "An address https://…; empty: no SMS."),
            isOptional: true, problem: { $0.hasPrefix("https://") ? nil : .initHTTPS }),
        Question(
            "SAQTA_SMS_BODY",
            Phrase(ru: "Тело запроса к шлюзу", kk: "Шлюзге сұраудың денесі", en: "Body of its request"),
            hint: Phrase(
                ru: "JSON с {to} или {digits} и {text}.", kk: "{to} не {digits} және {text} бар JSON.",
                en: "JSON with {to} or {digits}, and {text}."),
            when: hasSMS, problem: { $0.contains("{text}") ? nil : .initSMSBody }),
        Question(
            "SAQTA_SMS_SUCCESS",
            Phrase(ru: "Признак удачи", kk: "Сәттілік белгісі", en: "Sign of success"),
            hint: Phrase(
                ru: "Что содержит хороший ответ.", kk: "Жақсы жауапта не болады.", en: "What a good answer contains."),
            when: hasSMS),
        Question(
            "SAQTA_SMS_HEADERS_FILE",
            Phrase(ru: "Файл с ключом шлюза", kk: "Шлюз кілтінің файлы", en: "File with the gateway’s key"),
            hint: Phrase(
                ru: "Значение заголовка Authorization; файл с правами 0600.",
                kk: "Authorization тақырыбының мәні; файл құқығы 0600.",
                en: "The value of the header Authorization; a file of mode 0600."),
            isOptional: true, when: hasSMS),
    ]

    private static let backup = Question(
        "SAQTA_BACKUP",
        Phrase(ru: "Папка резервных копий", kk: "Резервтік көшірмелер қалтасы", en: "Folder of backups"),
        hint: Phrase(
            ru: "Таймер кладёт туда копию каждую ночь: /var/backups/saqta или, лучше, другой диск. Пусто — копий нет.",
            kk: "Таймер онда түн сайын көшірме қояды: /var/backups/saqta не басқа диск. Бос болса – көшірме жоқ.",
            en: "A timer puts one there every night: /var/backups/saqta or, better, another disk. Empty: no backups."),
        isOptional: true, problem: { $0.hasPrefix("/") ? nil : .initAbsolute })

    private static let hasMail: @Sendable (EnvironmentFile) -> Bool = { $0["SAQTA_MAIL_HOST"] != nil }
    private static let hasSMS: @Sendable (EnvironmentFile) -> Bool = { $0["SAQTA_SMS_URL"] != nil }

    @Sendable private static func siteProblem(_ text: String) -> Phrase? {
        guard text.hasPrefix("https://") else { return .initHTTPS }
        let host = text.dropFirst("https://".count)
        let isHost =
            host.contains(".") && !host.hasSuffix(".")
            && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) }
        return isHost ? nil : .initSite
    }
}
