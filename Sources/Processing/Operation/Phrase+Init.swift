import Primitives

/// What the first set-up says of an answer that it cannot take.
extension Phrase {
    package static let initNeeded = Phrase(
        ru: "Без ответа дальше нельзя.", kk: "Жауапсыз әрі қарай жүруге болмайды.", en: "An answer is needed here.")
    static let initShort = Phrase(
        ru: "Напишите адрес полностью: город, улица, дом.", kk: "Мекенжайды толық жазыңыз: қала, көше, үй.",
        en: "Write the whole address: town, street, house.")
    static let initHTTPS = Phrase(
        ru: "Адрес начинается с https://.", kk: "Мекенжай https:// деп басталады.",
        en: "The address begins with https://.")
    static let initSite = Phrase(
        ru: "Только имя сайта, без пути: https://www.example.kz.", kk: "Тек сайт аты, жолсыз: https://www.example.kz.",
        en: "The name of the site alone, without a path: https://www.example.kz.")
    static let initHost = Phrase(
        ru: "Имя сервера, например mail.example.kz.", kk: "Сервер аты, мысалы mail.example.kz.",
        en: "The name of a server, such as mail.example.kz.")
    static let initPort = Phrase(
        ru: "Число от 1 до 65535.", kk: "1 мен 65535 арасындағы сан.", en: "A number from 1 to 65535.")
    static let initMailAddress = Phrase(
        ru: "Адрес вида name@example.kz.", kk: "name@example.kz түріндегі мекенжай.",
        en: "An address like name@example.kz.")
    static let initSMSBody = Phrase(
        ru: "В теле должно стоять {text}.", kk: "Денеде {text} тұруы керек.", en: "{text} must stand in it.")

    static let initAbsolute = Phrase(
        ru: "Путь целиком, от корня: /var/backups/saqta.", kk: "Түбірден басталатын толық жол: /var/backups/saqta.",
        en: "The whole path, from the root: /var/backups/saqta.")

    static func initOtherRegion(_ region: String) -> Phrase {
        Phrase(
            ru: "Политика обещает хранение в стране \(region); в другой сервер не начнёт работу.",
            kk: "Саясат деректерді \(region) елінде сақтауға уәде береді; басқа елде сервер жұмысын бастамайды.",
            en: "The policy promises storage in \(region); elsewhere the server does not begin its work.")
    }

    package static let initNumber = Phrase(
        ru: "ИИН или БИН оператора", kk: "Оператордың ЖСН не БСН-і", en: "IIN or BIN of the operator")
    package static let initNumberHint = Phrase(
        ru: "Он стоит в согласии. Пусто — впишете позже; до тех пор сервер работает в демонстрационном режиме.",
        kk: "Ол келісімде тұрады. Бос болса, кейін жазасыз; оған дейін сервер сынақ режимінде жұмыс істейді.",
        en: "It stands in the consent. Empty: put it in later; until then the server is in demo mode.")
    package static let initWrongNumber = Phrase(
        ru: "Двенадцать цифр с верной контрольной: ИИН у предпринимателя, БИН у организации.",
        kk: "Бақылау цифры дұрыс он екі цифр: кәсіпкерде ЖСН, ұйымда БСН.",
        en: "Twelve digits with a right check digit: an IIN for a proprietor, a BIN for an organisation.")

    package static let initRecipientHint = Phrase(
        ru: """
            Название компании в Казахстане; «нет», если такой нет. Пусто — впишете позже, до тех пор сервер \
            в демонстрационном режиме.
            """,
        kk: """
            Қазақстандағы компанияның атауы; ондай болмаса, «жоқ». Бос болса, кейін жазасыз, оған дейін сервер \
            сынақ режимінде.
            """,
        en: """
            The name of a company in Kazakhstan; “none” if there is none. Empty: put it in later, until then the \
            server is in demo mode.
            """)
    static let initOwnRecipient = Phrase(
        ru: "Название компании. Если всё своё, ответьте «нет»: этого получателя не будет в политике.",
        kk: "Компанияның атауы. Бәрі өзіңіздікі болса, «жоқ» деп жауап беріңіз: саясатта ондай алушы болмайды.",
        en: "The name of a company. If it is all your own, answer “none”: the policy will have no such recipient.")
    package static let initRecipientNeeded = Phrase(
        ru: "Политика без этого получателя не проходит проверку: назовите его.",
        kk: "Бұл алушысыз саясат тексеруден өтпейді: оны атаңыз.",
        en: "Without this recipient the policy does not pass its check: name it.")

    package static let initNoPlace = Phrase(
        ru: "В policy.yml не нашлось места для названия: впишите его сами.",
        kk: "policy.yml ішінен атауға орын табылмады: оны өзіңіз жазыңыз.",
        en: "There is no place for the name in policy.yml: write it in yourself.")

    package static func initWritten(_ path: String) -> Phrase {
        Phrase(
            ru: "Настройки записаны в \(path). Дальше: saqta doctor.",
            kk: "Баптаулар \(path) файлына жазылды. Енді: saqta doctor.",
            en: "The settings are in \(path). Next: saqta doctor.")
    }

    package static let initNothingThere = Phrase(
        ru:
            "Здесь нет ни данных, ни ключей. Если сервер уже работал, верните резервную копию: saqta restore. Если никогда: saqta begin.",
        kk:
            "Мұнда деректер де, кілттер де жоқ. Сервер бұрын жұмыс істеген болса, резервтік көшірмені қайтарыңыз: saqta restore. Ешқашан істемеген болса: saqta begin.",
        en:
            "Here are neither data nor keys. If a server has worked before, put back its backup: saqta restore. If none ever has: saqta begin."
    )
}
