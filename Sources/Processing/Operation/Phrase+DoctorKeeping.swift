import Primitives

/// What an examination says of people, copies and the machine.
extension Phrase {
    static let doctorNoAdministrator = Phrase(
        ru: "Администратора ещё нет.", kk: "Әкімші әлі жоқ.", en: "There is no administrator yet.")
    static let doctorEnrol = Phrase(
        ru: "Выполните «saqta staff enrol» и откройте ссылку, которую команда напечатает.",
        kk: "«saqta staff enrol» орындап, басып шығарылған сілтемені ашыңыз.",
        en: "Run “saqta staff enrol” and open the link that it prints.")
    static let doctorOneAdministrator = Phrase(
        ru: "Администратор один: потеря его телефона остановит работу до «saqta staff reset».",
        kk: "Әкімші біреу: оның телефоны жоғалса, жұмыс «saqta staff reset» дейін тоқтайды.",
        en: "There is one administrator: a lost telephone stops the work until “saqta staff reset”.")
    static let doctorSecondAdministrator = Phrase(
        ru: "Пригласите второго на странице «Работники».", kk: "«Қызметкерлер» бетінде екіншісін шақырыңыз.",
        en: "Invite a second one on the page “Staff”.")
    static let doctorSingleHanded = Phrase(
        ru:
            "Работает один человек: где нужны двое, он действует дважды, после ожидания и с пометкой; потеря его телефона остановит работу.",
        kk:
            "Бір адам жұмыс істейді: екі адам керек жерде ол күткеннен кейін, белгімен екі рет әрекет етеді; оның телефоны жоғалса, жұмыс тоқтайды.",
        en:
            "One person works here: where two are needed, that person acts twice, after a wait and marked; a lost telephone stops the work."
    )
    static let doctorSecondPerson = Phrase(
        ru:
            "Храните коды восстановления отдельно от телефона; «saqta staff reset» поможет и без них. Второй человек, приглашённый на странице «Работники», закончит это навсегда.",
        kk:
            "Қалпына келтіру кодтарын телефоннан бөлек сақтаңыз; оларсыз да «saqta staff reset» көмектеседі. «Қызметкерлер» бетінде шақырылған екінші адам мұны біржола аяқтайды.",
        en:
            "Keep the recovery codes apart from the telephone; “saqta staff reset” helps without them. A second person, invited on the page “Staff”, ends this for good."
    )
    static let doctorOneReviewer = Phrase(
        ru: "Проверяющий один: возражение на его отказ решить некому.",
        kk: "Тексеруші біреу: оның бас тартуына қарсылықты шешетін адам жоқ.",
        en: "There is one reviewer: nobody can decide an objection to a refusal.")
    static func doctorProgrammes(_ names: String) -> Phrase {
        Phrase(
            ru: "К API подключены: \(names). Отключает «saqta client end».",
            kk: "API-ға қосылғандар: \(names). «saqta client end» ажыратады.",
            en: "Connected to the API: \(names). “saqta client end” takes a key away.")
    }
    static let doctorSecondReviewer = Phrase(
        ru: "Пригласите второго проверяющего на странице «Работники».",
        kk: "«Қызметкерлер» бетінде екінші тексерушіні шақырыңыз.",
        en: "Invite a second reviewer on the page “Staff”.")

    static func doctorAdministrators(_ count: Int) -> Phrase {
        Phrase(ru: "Администраторов: \(count).", kk: "Әкімшілер саны: \(count).", en: "Administrators: \(count).")
    }

    static let doctorNoReviewer = Phrase(
        ru: "Проверяющего нет: регистрации никто не рассмотрит.", kk: "Тексеруші жоқ: тіркелулерді ешкім қарамайды.",
        en: "There is no reviewer: nobody will decide registrations.")
    static let doctorGiveReviewer = Phrase(
        ru: "Дайте роль «Проверяющий» на странице «Работники».",
        kk: "«Қызметкерлер» бетінде «Тексеруші» рөлін беріңіз.",
        en: "Give the role “Reviewer” on the page “Staff”.")

    static func doctorReviewers(_ count: Int) -> Phrase {
        Phrase(ru: "Могут проверять: \(count).", kk: "Тексере алатындар: \(count).", en: "May review: \(count).")
    }

    static let doctorKeysWithData = Phrase(
        ru: "Папка ключей лежит внутри папки данных.", kk: "Кілттер қалтасы деректер қалтасының ішінде тұр.",
        en: "The folder of keys lies inside that of the data.")
    static let doctorMoveKeys = Phrase(
        ru: "Остановите сервер, перенесите папку ключей и задайте SAQTA_KEYS.",
        kk: "Серверді тоқтатып, кілттер қалтасын көшіріңіз де, SAQTA_KEYS орнатыңыз.",
        en: "Stop the server, move the folder of keys and set SAQTA_KEYS.")
    static let doctorKeysApart = Phrase(
        ru: "Ключи лежат отдельно от данных.", kk: "Кілттер деректерден бөлек тұр.", en: "Keys and data lie apart.")
    static func doctorKeyService(_ name: String) -> Phrase {
        Phrase(
            ru: "Корневой ключ хранит служба ключей \(name); она отвечает.",
            kk: "Түбірлік кілт \(name) кілт қызметінде; ол жауап береді.",
            en: "The root key is kept with the key service \(name), which answers.")
    }
    static func doctorKeyServiceFails(_ name: String, _ fault: String) -> Phrase {
        Phrase(
            ru: "Служба ключей \(name) не выдаёт корневой ключ: \(fault).",
            kk: "\(name) кілт қызметі түбірлік кілтті бермейді: \(fault).",
            en: "The key service \(name) does not give the root key: it \(fault).")
    }
    static let doctorMendKeyService = Phrase(
        ru:
            "Снимите печать со службы или проверьте сеть, SAQTA_KEY_SERVICE и ключ доступа. Запущенный сервер ещё работает (SAQTA_KEY_SERVICE_AWAY_SECONDS), новый не запустится.",
        kk:
            "Қызметтің мөрін ашыңыз немесе желіні, SAQTA_KEY_SERVICE мәнін және рұқсат кілтін тексеріңіз. Іске қосылған сервер әзірге жұмыс істейді (SAQTA_KEY_SERVICE_AWAY_SECONDS), жаңасы қосылмайды.",
        en:
            "Unseal the service, or check the network, SAQTA_KEY_SERVICE and the token. A server that runs goes on for a while (SAQTA_KEY_SERVICE_AWAY_SECONDS); a new one does not start."
    )
    static let doctorNoKeyCopy = Phrase(
        ru: "Копии ключей нет: если диск умрёт, не прочитать ничего.",
        kk: "Кілттердің көшірмесі жоқ: диск істен шықса, ештеңе оқылмайды.",
        en: "There is no copy of the keys: if the disk dies, nothing can be read.")

    static func doctorKeyCopy(_ days: Int) -> Phrase {
        Phrase(
            ru: "Копия ключей есть, ей дней: \(days).", kk: "Кілттердің көшірмесі бар, оған \(days) күн болды.",
            en: "The keys are copied; days since: \(days).")
    }

    static func doctorKeyCopyOld(_ days: Int) -> Phrase {
        Phrase(
            ru: "Копии ключей дней: \(days), а хранится она 7.",
            kk: "Кілттердің көшірмесіне \(days) күн болды, ал ол 7 күн сақталады.",
            en: "Days since the keys were copied: \(days); a copy lasts 7.")
    }

    static let doctorNoBackup = Phrase(
        ru: "Резервной копии данных нет.", kk: "Деректердің резервтік көшірмесі жоқ.",
        en: "There is no backup of the data.")

    static func doctorBackup(_ days: Int) -> Phrase {
        Phrase(
            ru: "Резервная копия данных есть, ей дней: \(days).",
            kk: "Деректердің резервтік көшірмесі бар, оған \(days) күн болды.",
            en: "The data are backed up; days since: \(days).")
    }

    static func doctorBackupOld(_ days: Int) -> Phrase {
        Phrase(
            ru: "Резервная копия данных устарела, ей дней: \(days).",
            kk: "Деректердің резервтік көшірмесі ескірген, оған \(days) күн болды.",
            en: "The backup of the data is old; days since: \(days).")
    }

    static let doctorBackupFailed = Phrase(
        ru: "Последнее резервное копирование не удалось.", kk: "Соңғы резервтік көшіру сәтсіз аяқталды.",
        en: "The last backup failed.")
    static let doctorBackupDamaged = Phrase(
        ru: "Последнее резервное копирование нашло повреждённые или пропавшие документы.",
        kk: "Соңғы резервтік көшіру бүлінген немесе жоғалған құжаттарды тапты.",
        en: "The last backup found documents damaged or missing.")
    static let doctorBeginBackups = Phrase(
        ru:
            "Выполните «saqta backup init», задайте SAQTA_BACKUP в файле настроек и выполните «saqta backup»; дальше его каждую ночь запускает таймер.",
        kk:
            "«saqta backup init» орындап, баптау файлында SAQTA_BACKUP орнатыңыз да, «saqta backup» орындаңыз; одан кейін оны түн сайын таймер іске қосады.",
        en:
            "Run “saqta backup init”, set SAQTA_BACKUP in the settings file and run “saqta backup”; from then on a timer runs it every night."
    )
    static let doctorBackUp = Phrase(
        ru: "Выполните «saqta backup» и посмотрите, работает ли таймер: systemctl status saqta-backup.timer",
        kk: "«saqta backup» орындап, таймердің жұмысын тексеріңіз: systemctl status saqta-backup.timer",
        en: "Run “saqta backup” and see whether the timer works: systemctl status saqta-backup.timer")
    static let doctorPermissions = Phrase(
        ru: "Данные и ключи читает только их владелец.", kk: "Деректер мен кілттерді тек иесі оқи алады.",
        en: "Only their owner can read data and keys.")

    static func doctorExposed(_ paths: String) -> Phrase {
        Phrase(
            ru: "Другие пользователи сервера могут читать: \(paths).",
            kk: "Сервердің басқа пайдаланушылары оқи алады: \(paths).",
            en: "Other users of the machine can read: \(paths).")
    }

    static let doctorRoot = Phrase(
        ru: "Программа работает от имени root.", kk: "Бағдарлама root атынан жұмыс істейді.",
        en: "The programme runs as root.")
    static let doctorOwnUser = Phrase(
        ru: "Установите пакет или запускайте от отдельного пользователя.",
        kk: "Пакетті орнатыңыз немесе бөлек пайдаланушы атынан іске қосыңыз.",
        en: "Install the package, or run it as a user of its own.")
    static let doctorUser = Phrase(
        ru: "Программа работает от своего пользователя.", kk: "Бағдарлама өз пайдаланушысы атынан жұмыс істейді.",
        en: "The programme runs as a user of its own.")

    static func doctorHeld(_ since: Instant) -> Phrase {
        Phrase(
            ru: "Данные были восстановлены: письма, SMS и задания остановлены с \(since).",
            kk: "Деректер қалпына келтірілген: хаттар, SMS және тапсырмалар \(since) бастап тоқтатылған.",
            en: "Data were restored: mail, SMS and jobs stand still since \(since).")
    }

    static let doctorRelease = Phrase(
        ru: "Посмотрите, что ждёт, и отпустите на странице «Остановленная работа» в кабинете работников.",
        kk: "Не күтіп тұрғанын қарап, қызметкерлер кабинетіндегі «Тоқтатылған жұмыс» бетінде босатыңыз.",
        en: "See what waits and release it on the page “Held work” of the office.")
}
