import Primitives

/// What an examination says of the operator, the site and its messages.
extension Phrase {
    static let doctorNoRegion = Phrase(
        ru: "Не указано, в какой стране лежат данные.", kk: "Деректер қай елде сақталатыны көрсетілмеген.",
        en: "It is not set in which country the data lie.")

    static func doctorRegion(_ region: String) -> Phrase {
        Phrase(
            ru: "Данные лежат в стране: \(region).", kk: "Деректер сақталатын ел: \(region).",
            en: "The data lie in: \(region).")
    }

    static func doctorOtherRegion(_ set: String, _ policy: String) -> Phrase {
        Phrase(
            ru: "Указана страна \(set), а политика обещает \(policy).",
            kk: "Көрсетілген ел – \(set), ал саясат \(policy) деп уәде береді.",
            en: "The country is set to \(set), but the policy promises \(policy).")
    }

    static let doctorMoveRegion = Phrase(
        ru: "Перенесите хранилище или исправьте SAQTA_REGION; политику меняет только новая редакция.",
        kk: "Қойманы көшіріңіз немесе SAQTA_REGION мәнін түзетіңіз; саясатты тек жаңа редакция өзгертеді.",
        en: "Move the store or correct SAQTA_REGION; only a new edition changes the policy.")
    static let doctorNoAddress = Phrase(
        ru: "Не указан почтовый адрес оператора.", kk: "Оператордың пошталық мекенжайы көрсетілмеген.",
        en: "The operator’s postal address is not set.")
    static let doctorAddress = Phrase(
        ru: "Почтовый адрес оператора указан.", kk: "Оператордың пошталық мекенжайы көрсетілген.",
        en: "The operator’s postal address is set.")
    static let doctorIdentity = Phrase(
        ru: "Реквизиты оператора в политике заполнены.", kk: "Саясаттағы оператор деректемелері толтырылған.",
        en: "The operator’s details in the policy are filled in.")

    static func doctorPlaceholders(_ names: String) -> Phrase {
        Phrase(
            ru: "В политике ещё стоят вымышленные реквизиты: \(names).",
            kk: "Саясатта әлі ойдан шығарылған деректемелер тұр: \(names).",
            en: "The policy still holds invented details: \(names).")
    }

    static let doctorFillPolicy = Phrase(
        ru: "Впишите свои в policy.yml и уберите их из to_be_set (или запустите «saqta init»).",
        kk:
            "policy.yml файлына өзіңіздікін жазып, to_be_set тізімінен алып тастаңыз (немесе «saqta init» іске қосыңыз).",
        en: "Put yours into policy.yml and take them off to_be_set (or run “saqta init”).")

    static func doctorSet(_ variable: String) -> Phrase {
        Phrase(
            ru: "Задайте \(variable) в файле настроек.", kk: "Баптау файлында \(variable) орнатыңыз.",
            en: "Set \(variable) in the settings file.")
    }

    static func doctorRun(_ command: String) -> Phrase {
        Phrase(ru: "Выполните: \(command)", kk: "Орындаңыз: \(command)", en: "Run: \(command)")
    }

    static func doctorSite(_ site: String) -> Phrase {
        Phrase(ru: "Адрес сайта: \(site).", kk: "Сайттың мекенжайы: \(site).", en: "The site’s address: \(site).")
    }

    static let doctorSiteLocal = Phrase(
        ru: "Сайт виден только с этого компьютера.", kk: "Сайт тек осы компьютерден көрінеді.",
        en: "The site can be seen from this machine only.")

    static func doctorSiteOpen(_ site: String) -> Phrase {
        Phrase(
            ru: "Адрес сайта \(site) — без шифрования в пути.", kk: "\(site) – жолда шифрланбайтын мекенжай.",
            en: "The site’s address \(site) has no encryption on the way.")
    }

    static let doctorPlain = Phrase(
        ru: "Соединения не шифруются.", kk: "Қосылымдар шифрланбайды.", en: "Connections are not encrypted.")
    static let doctorGetCertificate = Phrase(
        ru:
            "Задайте SAQTA_TLS_CERTIFICATE и SAQTA_TLS_KEY или поставьте перед сервером Caddy либо nginx (SAQTA_TRUSTED_PROXIES).",
        kk:
            "SAQTA_TLS_CERTIFICATE пен SAQTA_TLS_KEY орнатыңыз немесе сервердің алдына Caddy не nginx қойыңыз (SAQTA_TRUSTED_PROXIES).",
        en:
            "Set SAQTA_TLS_CERTIFICATE and SAQTA_TLS_KEY, or put Caddy or nginx before the server (SAQTA_TRUSTED_PROXIES)."
    )
    static let doctorProxy = Phrase(
        ru: "Шифрование обеспечивает доверенный прокси-сервер.",
        kk: "Шифрлауды сенімді прокси-сервер қамтамасыз етеді.",
        en: "A trusted proxy encrypts the connections.")
    static let doctorTLSUnknown = Phrase(
        ru: "Срок сертификата не удалось прочитать.", kk: "Сертификаттың мерзімін оқу мүмкін болмады.",
        en: "The end of the certificate could not be read.")
    static let doctorTLSOver = Phrase(
        ru: "Срок сертификата истёк.", kk: "Сертификаттың мерзімі өткен.", en: "The certificate has expired.")

    static func doctorTLSEnds(_ days: Int) -> Phrase {
        Phrase(
            ru: "Сертификат действует ещё дней: \(days).", kk: "Сертификат тағы \(days) күн жарамды.",
            en: "Days that the certificate is still valid: \(days).")
    }

    static let doctorRenew = Phrase(
        ru: "Обновите сертификат; сервер подхватит новый файл сам.",
        kk: "Сертификатты жаңартыңыз; сервер жаңа файлды өзі қабылдайды.",
        en: "Renew the certificate; the server takes up the new file by itself.")
    static let doctorMail = Phrase(
        ru: "Почтовый сервер задан.", kk: "Пошта сервері көрсетілген.", en: "A mail server is set.")
    static let doctorNoMail = Phrase(
        ru: "Почтовый сервер не задан: коды и письма никому не приходят.",
        kk: "Пошта сервері көрсетілмеген: кодтар мен хаттар ешкімге жетпейді.",
        en: "No mail server is set: codes and letters reach nobody.")
    static let doctorSMS = Phrase(
        ru: "SMS-шлюз задан.", kk: "SMS шлюзі көрсетілген.", en: "An SMS gateway is set.")
    static let doctorNoSMS = Phrase(
        ru: "SMS-шлюз не задан: подтвердить можно только электронную почту.",
        kk: "SMS шлюзі көрсетілмеген: тек электрондық поштаны растауға болады.",
        en: "No SMS gateway is set: only e-mail addresses can be confirmed.")

    static func doctorUnsent(_ count: Int) -> Phrase {
        Phrase(
            ru: "Сообщений, которые никому не отправлены: \(count).",
            kk: "Ешкімге жіберілмеген хабарламалар саны: \(count).",
            en: "Messages that reached nobody: \(count).")
    }

    static func doctorStuck(_ count: Int) -> Phrase {
        Phrase(
            ru: "Заданий, которые застряли после всех попыток: \(count).",
            kk: "Барлық әрекеттен кейін тұрып қалған тапсырмалар саны: \(count).",
            en: "Jobs that are stuck after all their tries: \(count).")
    }

    static let doctorLookAtJobs = Phrase(
        ru: "Посмотрите «Застрявшие задания» на рабочем месте.",
        kk: "Жұмыс орнындағы «Тұрып қалған тапсырмалар» бетін қараңыз.", en: "Look at “Stuck jobs” in the office.")

    static let doctorLookAtOutbox = Phrase(
        ru: "Посмотрите «Исходящие» на рабочем месте.", kk: "Жұмыс орнындағы «Шығыс хабарламалар» бетін қараңыз.",
        en: "Look at “Outbox” in the office.")
}
