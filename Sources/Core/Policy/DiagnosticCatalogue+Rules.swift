extension DiagnosticCatalogue {
    /// Fields and documents.
    static let data: [String: Translation] = [
        "{1} is technical and must be of class other": (
            "{1}: техническое, его класс должен быть other", "{1}: техникалық, санаты other болуы керек"
        ),
        "{1} proves identity and has no term": (
            "{1}: удостоверяет личность, а срока хранения нет", "{1}: жеке басты куәландырады, бірақ сақтау мерзімі жоқ"
        ),
        "{1} proves identity and has no keep_reason to keep it after the decision": (
            "{1}: удостоверяет личность, а keep_reason (зачем хранить после решения) не указан",
            "{1}: жеке басты куәландырады, бірақ keep_reason (шешімнен кейін не үшін сақталады) көрсетілмеген"
        ),
        "{1} is no scan and cannot be kept until the decision": (
            "{1}: это не скан, срок decision для него невозможен",
            "{1}: бұл скан емес, оған decision мерзімі қойылмайды"
        ),
        "{1} belongs to no decision and cannot be kept until one": (
            "{1}: решения по нему не бывает, срок decision невозможен",
            "{1}: ол бойынша шешім болмайды, decision мерзімі қойылмайды"
        ),
        "{1} goes with the decision and has a keep_reason to keep it longer": (
            "{1}: уничтожается после решения, но keep_reason (зачем хранить дольше) указан",
            "{1}: шешімнен кейін жойылады, бірақ keep_reason (не үшін ұзағырақ сақталады) көрсетілген"
        ),
        "{1} is technical and has no term": ("{1}: техническое и без срока", "{1}: техникалық, бірақ мерзімі жоқ"),
        "{1} has a term of its own that nothing keeps (clause {2})": (
            "{1}: свой срок хранения здесь не исполняется (пункт {2})",
            "{1}: өз сақтау мерзімі мұнда орындалмайды ({2}-тармақ)"
        ),
        "{1} must be kept with its document if, and only if, it is read off one": (
            "{1}: срок документа — только для того, что с него считано",
            "{1}: құжаттың мерзімі тек одан оқылғанға қойылады"
        ),
        "field numbers count from 1": ("номера полей начинаются с 1", "өріс нөмірлері 1-ден басталады"),
        "field number {1} is retired and must not be used again": (
            "номер поля {1} выведен из употребления, занимать его нельзя",
            "{1} өріс нөмірі қолданыстан шыққан, оны қайта қолдануға болмайды"
        ),
        "field number {1} was retired and must not be used again": (
            "номер поля {1} был выведен из употребления, занимать его нельзя",
            "{1} өріс нөмірі қолданыстан шығарылған, оны қайта қолдануға болмайды"
        ),
        "field number {1} was {2} and cannot become {3}": (
            "номер поля {1} был у {2} и не может стать номером {3}",
            "{1} өріс нөмірі {2} өрісінікі, ол {3} бола алмайды"
        ),
        "field {1} had number {2} and cannot get {3}": (
            "у поля {1} был номер {2}, номер {3} дать нельзя",
            "{1} өрісінің нөмірі {2} болған, оған {3} беруге болмайды"
        ),
        "field {1} ({2}) has gone and is not in retired_fields": (
            "поле {1} ({2}) исчезло, но в retired_fields его нет",
            "{1}-өріс ({2}) алынған, бірақ retired_fields тізімінде жоқ"
        ),
        "field number {1} was retired and must stay in retired_fields": (
            "номер поля {1} выведен из употребления и должен остаться в retired_fields",
            "{1} өріс нөмірі қолданыстан шыққан, ол retired_fields тізімінде қалуы керек"
        ),
        "{1} accepts no type of file": (
            "{1}: не принимает ни одного типа файлов", "{1}: ешбір файл түрін қабылдамайды"
        ),
        "{1} cannot be kept with itself": ("{1}: нужен свой срок хранения", "{1}: өз сақтау мерзімі керек"),
        "{1} proves identity and must not be printed": (
            "{1}: удостоверяет личность, печатать нельзя", "{1}: жеке басты куәландырады, басып шығаруға болмайды"
        ),
        "field {1} is not one that is read off documents": (
            "поле {1} не считывается с документов", "{1}-өріс құжаттан оқылмайды"
        ),
    ]

    /// Purposes, consents, recipients, roles.
    static let access: [String: Translation] = [
        "purpose {1} rests on the law but names no article": (
            "цель {1}: основание — закон, но статья не названа", "{1} мақсаты: негізі заң, бірақ бабы аталмаған"
        ),
        "purpose {1} rests on the law and needs no consent": (
            "цель {1}: основание — закон, согласие не нужно", "{1} мақсаты: негізі заң, келісім қажет емес"
        ),
        "purpose {1} must stand in one consent item, not {2}": (
            "цель {1} должна стоять в одном согласии, а стоит в {2}",
            "{1} мақсаты бір келісімде тұруы керек, ал қазіргі саны: {2}"
        ),
        "purpose {1} is {2}, its consent is not": (
            "цель {1} {2}, а её согласие — нет", "{1} мақсаты {2}, ал келісімі олай емес"
        ),
        "{1} must be optional and stand alone": (
            "{1}: должно быть отдельным и необязательным", "{1}: бөлек әрі міндетті емес болуы керек"
        ),
        "{1} has the purposes and data of its recipient and names none": (
            "{1}: цели и данные берутся у получателя, здесь их не пишут",
            "{1}: мақсаттары мен деректері алушыдан алынады, мұнда жазылмайды"
        ),
        "{1} names no optional recipient": (
            "{1}: не назван необязательный получатель", "{1}: міндетті емес алушы аталмаған"
        ),
        "{1} cannot be given channel by channel": (
            "{1}: по каналам его давать нельзя", "{1}: арна бойынша берілмейді"
        ),
        "{1} names no channel": ("{1}: не назван ни один канал", "{1}: бірде-бір арна аталмаған"),
        "{1} names a channel twice": ("{1}: канал назван дважды", "{1}: арна екі рет аталған"),
        "{1} has no data by which {2} reaches a person": (
            "{1}: нет данных, по которым {2} доходит до человека", "{1}: {2} адамға жететін дерек жоқ"
        ),
        "exactly one consent must be required": (
            "обязательным должно быть ровно одно согласие", "тек бір келісім міндетті болуы керек"
        ),
        "there is no separate consent of kind {1}": (
            "нет отдельного согласия вида {1}", "{1} түріндегі бөлек келісім жоқ"
        ),
        "{1}: the country {2} has no name here that a consent could print": (
            "{1}: программа не знает названия страны {2}", "{1}: бағдарлама {2} елінің атауын білмейді"
        ),
        "{1} is optional and needs one consent of its own": (
            "{1}: необязательный, нужно одно его собственное согласие", "{1}: міндетті емес, бір жеке келісім керек"
        ),
        "{1} is a machine and must not decide": (
            "{1}: программа не вправе решать", "{1}: бағдарлама шешім қабылдай алмайды"
        ),
        "role {1} is granted {2} for {3} under two clauses": (
            "роль {1}: действие {2} для цели {3} разрешено по двум пунктам",
            "{1} рөлі: {3} мақсаты үшін {2} әрекеті екі тармақпен рұқсат етілген"
        ),
    ]

    /// What the law pack asks.
    static let law: [String: Translation] = [
        "the primary stores must be in {1}": (
            "основные хранилища должны быть в стране {1}", "негізгі қоймалар {1} елінде болуы керек"
        ),
        "recipient {1} keeps the base outside {2}": (
            "получатель {1} хранит базу вне страны {2}", "{1} алушысы базаны {2} елінен тыс сақтайды"
        ),
        "recipient {1} is abroad and must be optional": (
            "получатель {1} за границей, он должен быть необязательным",
            "{1} алушысы шетелде, ол міндетті болмауы керек"
        ),
        "clause {1} does not state {2} ({3}) in {4}": (
            "в пункте {1} не назван срок {2} ({3}), язык {4}", "{1}-тармақта {2} мерзімі ({3}) аталмаған, тілі {4}"
        ),
        "{1} is {2} {3}; the law allows {4} {5} {6}": (
            "{1}: {2} {3}; по закону — {4} {5} {6}", "{1}: {2} {3}; заң бойынша {4} {5} {6}"
        ),
        "the policy does not promise {1}": ("политика не обещает срок {1}", "саясатта {1} мерзімі уәде етілмеген"),
        "recipient {1}: the law knows no exception {2}": (
            "получатель {1}: закон не знает исключения {2}", "{1} алушысы: заңда {2} ерекшелігі жоқ"
        ),
        "legal retention {1} names no field": (
            "хранение по закону {1}: не названо ни одно поле", "{1} заңы бойынша сақтау: бірде-бір өріс аталмаған"
        ),
        "the law pack knows no retention {1}": (
            "набор закона не знает хранения {1}", "заң жинағында {1} сақтауы жоқ"
        ),
        "legal retention {1} is by {2}, on {3}": (
            "хранение по закону {1}: по закону — {2}, {3}", "{1} заңы бойынша сақтау: заңда – {2}, {3}"
        ),
        "legal retention {1} lasts {2} years; the law has {3}": (
            "хранение по закону {1}: {2} г.; по закону — {3}", "{1} заңы бойынша сақтау: {2} жыл; заң бойынша – {3}"
        ),
        "the consent {1} of {2} says nothing under “{3}” in {4}": (
            "согласие {1}, регистрируется {2}: раздел «{3}» пуст, язык {4}",
            "{1} келісімі, тіркелуші {2}: «{3}» бөлімі бос, тілі {4}"
        ),
        "the consent {1} says nothing under “{2}” in {3}": (
            "согласие {1}: раздел «{2}» пуст, язык {3}", "{1} келісімі: «{2}» бөлімі бос, тілі {3}"
        ),
    ]

    /// The operator, contacts, terms and limits.
    static let rules: [String: Translation] = [
        "schema {1} is not known": ("схема {1} неизвестна", "{1} схемасы белгісіз"),
        "the policy must be in Russian, Kazakh and English": (
            "политика должна быть на русском, казахском и английском",
            "саясат орыс, қазақ және ағылшын тілдерінде болуы керек"
        ),
        "there is no summary": ("нет краткого изложения", "қысқаша мазмұны жоқ"),
        "iin_or_bin is not a valid {1}": ("iin_or_bin: неверный {1}", "iin_or_bin: {1} жарамсыз"),
        "{1} is a placeholder; the server stays in demo mode until it is set": (
            "{1}: ещё не указано; до этого сервер работает в демонстрационном режиме",
            "{1}: әлі көрсетілмеген; оған дейін сервер көрсету режимінде жұмыс істейді"
        ),
        "field {1} is not one that a form asks": ("поле {1} в форме не спрашивают", "{1}-өріс нысанда сұралмайды"),
        "confirm_at_least must be from 1 to {1}": (
            "confirm_at_least: от 1 до {1}", "confirm_at_least: 1-ден {1} дейін"
        ),
        "a reminder after {1} comes when the registration has lapsed": (
            "напоминание через {1} придёт, когда регистрация уже прекращена",
            "{1} кейінгі еске салу тіркелу тоқтатылғаннан кейін келеді"
        ),
        "a viewing of {1} outlasts the lease of {2}": (
            "просмотр {1} дольше, чем дело остаётся за проверяющим: {2}",
            "қарау уақыты {1} іс тексерушіде қалатын уақыттан ұзақ: {2}"
        ),
        "there is no term for the review": ("нет срока проверки", "тексеру мерзімі жоқ"),
        "code_tries must be from 1 to 10": ("code_tries: от 1 до 10", "code_tries: 1-ден 10-ға дейін"),
        "codes_per_hour must be from 1 to 60": ("codes_per_hour: от 1 до 60", "codes_per_hour: 1-ден 60-қа дейін"),
        "every limit must be at least 1": ("каждый предел — не меньше 1", "әр шектеу кемінде 1 болуы керек"),
        "one file may not be larger than all files together": (
            "один файл не может быть больше всех вместе", "бір файл барлығының қосындысынан үлкен бола алмайды"
        ),
        "there is no reason to {1}": ("нет ни одной причины для {1}", "{1} үшін бірде-бір себеп жоқ"),
        "staff sign in without a second factor": (
            "работники входят без второго фактора", "қызметкерлер екінші факторсыз кіреді"
        ),
        "one person needs waiting times under terms, single_handed": (
            "если работает один человек, нужны ожидания: terms, single_handed",
            "бір адам жұмыс істесе, күту уақыты керек: terms, single_handed"
        ),
        "a wait of {1} leaves no time to decide an objection within {2}": (
            "ожидание {1} не оставляет времени решить возражение за {2}",
            "{1} күтсе, қарсылықты {2} ішінде шешуге уақыт қалмайды"
        ),
    ]
}
