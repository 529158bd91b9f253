import Permits
import Policy
import Primitives

/// What may be told to a person by e-mail or SMS: never personal data, only that something waits.
package enum MessageTemplate: String, Sendable, CaseIterable {
    /// `{code}`: six digits, valid for `{life}`.
    case code
    /// `{code}`: six digits by which a person at the counter agrees to their registration, valid for `{life}`.
    case consentCode
    /// `{code}`: six digits by which a person at the counter confirms their address, valid for `{life}`.
    case counterCode
    /// Somebody gave an address that is registered already.
    case alreadyRegistered
    /// The registration `{number}` was received.
    case received
    /// Something more is needed for `{number}`, until `{due}`.
    case moreAsked
    /// A reminder of it.
    case reminder
    /// `{number}` was decided: the answer waits in the account.
    case decided
    /// `{number}` has lapsed.
    case lapsed
    /// A request about one's own data was answered or refused: the answer waits in the account.
    case requestAnswered
    /// Staff entered a request in the name of whose registration is `{number}`.
    case requestEntered
    /// All work with the data of `{number}` was stopped on a request, or goes on again.
    case dataBlocked, dataUnblocked
    /// A correction of one's own data is proposed on a request, and waits for the person's word in the account.
    case correctionProposed
    /// Who makes the request `{number}` could not be told, or nothing is held about them.
    case requestNotIdentified, requestNothingHeld
    /// Of who makes the request `{number}` nothing but the archive is left, until `{due}`, by `{article}`.
    case requestArchived
    /// Data are destroyed on a request; the certificate of it will stand under `{mark}`.
    case erasureComing
    /// The operator answered in a thread: the answer waits in the account.
    case messageWaits
    /// A question that was asked without an account is answered: the answer is read at a link with `{token}`, by a code.
    case questionAnswered
    /// The same for a letter that came by mail.
    case letterAnswered
    /// The same for what staff put down of a conversation.
    case noteAnswered
    /// An order of a service was led on or ended.
    case orderChanged
    /// The password was changed.
    case passwordChanged
    /// To an address that was the person's until now: they have another.
    case addressChanged
    /// There is a new edition of the policy: to those who wish to be told.
    case policyChanged
    /// To somebody who works for the operator: their access was ended.
    case accessEnded
    /// Data of `{number}` were handed to a third party (Law 94-V, art. 19(1)).
    case transferred
    /// What became of a consent that was withdrawn, for `{number}`.
    case withdrawalAnswered
    /// An offer waits: advertising, to those alone who have agreed to it by this channel.
    case offer

    /// Whether a code stands in it, which is worth nothing once it was sent.
    var carriesCode: Bool { self == .code || self == .consentCode || self == .counterCode }

    /// Whether what stands in it is kept when nobody took it, so that it can be sent later: a code is worth nothing by then,
    /// and an address that is not in the record outlasts no message.
    var keepsParameters: Bool { !carriesCode && self != .alreadyRegistered && self != .addressChanged }

    /// What a person is told for: what the law asks to be told, advertising, or contact with the person.
    package var purpose: PurposeID {
        switch self {
        case .transferred, .withdrawalAnswered, .requestAnswered, .correctionProposed, .requestNotIdentified,
            .requestNothingHeld, .erasureComing, .letterAnswered, .noteAnswered, .dataBlocked, .dataUnblocked,
            .requestEntered, .requestArchived:
            .rights
        case .offer: .advertising
        case .questionAnswered: .questions
        default: .contact
        }
    }

    /// For what it is sent to a person. What lets them in and keeps strangers out still goes when contact with them has no
    /// ground any more: their data are blocked, or the main consent is withdrawn or over.
    func purpose(mayContact: Bool) -> PurposeID {
        switch self {
        case .code, .consentCode, .counterCode, .passwordChanged, .addressChanged: mayContact ? purpose : .security
        default: purpose
        }
    }

    /// The subject line of an e-mail.
    package var subject: Phrase {
        switch self {
        case .code, .counterCode: Phrase(ru: "Код подтверждения", kk: "Растау коды", en: "Your confirmation code")
        case .consentCode: Phrase(ru: "Код согласия", kk: "Келісім коды", en: "Your consent code")
        case .alreadyRegistered:
            Phrase(
                ru: "У вас уже есть учётная запись", kk: "Сізде есептік жазба бар", en: "You already have an account")
        case .received: Phrase(ru: "Регистрация получена", kk: "Тіркелу қабылданды", en: "Registration received")
        case .moreAsked, .reminder:
            Phrase(ru: "Нужно ваше действие", kk: "Сіздің әрекетіңіз қажет", en: "Something is needed from you")
        case .decided: Phrase(ru: "Решение принято", kk: "Шешім қабылданды", en: "A decision has been made")
        case .lapsed: Phrase(ru: "Регистрация прекращена", kk: "Тіркелу тоқтатылды", en: "Registration has lapsed")
        case .requestAnswered:
            Phrase(ru: "Есть ответ на обращение", kk: "Өтінішке жауап бар", en: "Your request has an answer")
        case .correctionProposed:
            Phrase(ru: "Проверьте исправление", kk: "Түзетуді тексеріңіз", en: "Look at a correction")
        case .requestEntered:
            Phrase(
                ru: "Записано ваше обращение", kk: "Өтінішіңіз жазылды", en: "A request of yours was entered")
        case .dataBlocked:
            Phrase(ru: "Обработка остановлена", kk: "Өңдеу тоқтатылды", en: "Processing is blocked")
        case .dataUnblocked:
            Phrase(ru: "Обработка возобновлена", kk: "Өңдеу қайта басталды", en: "Processing has resumed")
        case .requestNotIdentified, .requestNothingHeld, .requestArchived:
            Phrase(ru: "Ответ на обращение", kk: "Өтінішке жауап", en: "The answer to your request")
        case .erasureComing: Phrase(ru: "Данные уничтожаются", kk: "Деректер жойылады", en: "Your data are destroyed")
        case .messageWaits: Phrase(ru: "Вам написали", kk: "Сізге хат бар", en: "A message waits for you")
        case .questionAnswered:
            Phrase(ru: "Ответ на ваш вопрос", kk: "Сұрағыңызға жауап", en: "The answer to your question")
        case .letterAnswered:
            Phrase(ru: "Ответ на ваше письмо", kk: "Хатыңызға жауап", en: "The answer to your letter")
        case .noteAnswered:
            Phrase(ru: "Ответ после разговора", kk: "Әңгімеден кейінгі жауап", en: "The answer after we talked")
        case .orderChanged: Phrase(ru: "Новости о заказе", kk: "Тапсырысыңыз туралы жаңалық", en: "News of your order")
        case .passwordChanged: Phrase(ru: "Пароль изменён", kk: "Құпиясөз өзгертілді", en: "Password changed")
        case .addressChanged: Phrase(ru: "Адрес изменён", kk: "Мекенжай ауыстырылды", en: "Address changed")
        case .policyChanged:
            Phrase(ru: "Политика изменилась", kk: "Саясат өзгерді", en: "The policy has changed")
        case .accessEnded: Phrase(ru: "Доступ прекращён", kk: "Қолжетімділігіңіз тоқтатылды", en: "Access ended")
        case .transferred: Phrase(ru: "Данные переданы", kk: "Деректер берілді", en: "Data were transferred")
        case .withdrawalAnswered:
            Phrase(
                ru: "Ответ на отзыв согласия", kk: "Келісімді кері қайтарып алуға жауап",
                en: "Your withdrawal is answered")
        case .offer: Phrase(ru: "Предложение", kk: "Ұсыныс", en: "An offer")
        }
    }

    /// The text of an e-mail, with `{name}` where a parameter stands; `{site}` is the address of the site.
    package var text: Phrase {
        switch self {
        case .code:
            Phrase(
                ru:
                    "Код: {code}. Он действует {life}. Никому его не сообщайте. Если вы его не запрашивали, ничего не делайте.",
                kk:
                    "Код: {code}. Ол {life} жарамды. Оны ешкімге айтпаңыз. Кодты сұрамаған болсаңыз, ештеңе істеудің қажеті жоқ.",
                en:
                    "Code: {code}. It is valid for {life}. Tell it to nobody. If you did not ask for it, do nothing."
            )
        case .counterCode:
            Phrase(
                ru:
                    "Код: {code}. Он действует {life}. Назовите его работнику у стойки, чтобы подтвердить этот адрес. Если вы не регистрируетесь сейчас у стойки, ничего не делайте и никому его не сообщайте.",
                kk:
                    "Код: {code}. Ол {life} жарамды. Осы мекенжайды растау үшін оны қабылдау орнындағы қызметкерге айтыңыз. Қазір қабылдау орнында тіркеліп жатпасаңыз, ештеңе істемеңіз және оны ешкімге айтпаңыз.",
                en:
                    "Code: {code}. It is valid for {life}. Tell it to the member of staff at the counter to confirm this address. If you are not registering at the counter now, do nothing and tell it to nobody."
            )
        case .consentCode:
            Phrase(
                ru:
                    "Код согласия: {code}. Он действует {life}. Назовите его работнику, только если прочитали текст согласия и согласны. Если вы не регистрируетесь сейчас у стойки, ничего не делайте.",
                kk:
                    "Келісім коды: {code}. Ол {life} жарамды. Келісім мәтінін оқып, келіссеңіз ғана қызметкерге айтыңыз. Қазір қабылдау орнында тіркеліп жатпасаңыз, ештеңе істеудің қажеті жоқ.",
                en:
                    "Consent code: {code}. It is valid for {life}. Tell it to the member of staff only if you have read the consent and agree. If you are not registering at the counter now, do nothing."
            )
        case .alreadyRegistered:
            Phrase(
                ru:
                    "Кто-то, возможно вы, указал этот адрес на сайте {site}. У этого адреса уже есть учётная запись: войдите в неё. Если это были не вы, ничего не делайте.",
                kk:
                    "Біреу, мүмкін сіз, {site} сайтында осы мекенжайды көрсетті. Бұл мекенжайдың есептік жазбасы бұрыннан бар: соған кіріңіз. Көрсеткен сіз болмасаңыз, ештеңе істеудің қажеті жоқ.",
                en:
                    "Someone, perhaps you, gave this address at {site}. It already has an account: sign in to it. If it was not you, do nothing."
            )
        case .received:
            Phrase(
                ru: "Регистрация {number} получена. Что будет дальше и когда, показано на сайте {site}.",
                kk:
                    "{number} нөмірлі тіркелуіңіз қабылданды. Әрі қарай не және қашан болатыны {site} сайтында көрсетілген.",
                en: "Registration {number} was received. What happens next, and when, is shown at {site}.")
        case .moreAsked:
            Phrase(
                ru: "По регистрации {number} нужно ваше действие. Срок: {due} Подробности: {site}",
                kk: "{number} нөмірлі тіркелуіңіз үшін әрекетіңіз қажет. Мерзімі: {due}. Толығырақ: {site}",
                en: "Registration {number} needs something from you by {due}. Details: {site}")
        case .reminder:
            Phrase(
                ru: "Напоминаем: по регистрации {number} нужно ваше действие. Срок: {due} Подробности: {site}",
                kk:
                    "Еске саламыз: {number} нөмірлі тіркелуіңіз үшін әрекетіңіз қажет. Мерзімі: {due}. Толығырақ: {site}",
                en: "A reminder: registration {number} needs something from you by {due}. Details: {site}")
        case .decided:
            Phrase(
                ru: "По регистрации {number} принято решение. Оно ждёт вас на сайте {site}.",
                kk: "{number} нөмірлі тіркелуіңіз туралы шешім қабылданды. Ол сізді {site} сайтында күтіп тұр.",
                en: "Registration {number} has been decided. The answer waits for you at {site}.")
        case .lapsed:
            Phrase(
                ru:
                    "Срок регистрации {number} истёк, присланные документы будут уничтожены. Начать снова можно на сайте {site}.",
                kk:
                    "{number} нөмірлі тіркелуіңіздің мерзімі өтті, жіберілген құжаттар жойылады. {site} сайтында қайта бастауға болады.",
                en:
                    "The time of registration {number} is over, and the documents sent will be destroyed. You can begin again at {site}."
            )
        case .requestAnswered:
            Phrase(
                ru: "На ваше обращение есть ответ. Он ждёт вас в кабинете на сайте {site}.",
                kk: "Өтінішіңізге жауап берілді. Жауап {site} сайтындағы кабинетіңізде тұр.",
                en: "Your request has an answer. It waits in your account at {site}.")
        case .correctionProposed:
            Phrase(
                ru: "По вашему обращению предложено исправить данные. Проверьте и ответьте в кабинете: {site}",
                kk: "Өтінішіңіз бойынша деректерді түзету ұсынылды. Кабинетіңізде тексеріп, жауап беріңіз: {site}",
                en:
                    "A correction of your data is proposed at your request. Look at it and answer in your account: {site}"
            )
        case .requestEntered:
            Phrase(
                ru:
                    "От вашего имени записано обращение о данных регистрации {number}. Оно показано в кабинете: {site} Если обращались не вы, сразу свяжитесь с нами: {site}/ru/contacts",
                kk:
                    "Сіздің атыңыздан {number} нөмірлі тіркелудің деректері туралы өтініш жазылды. Ол кабинетте көрсетілген: {site} Өтініш берген сіз болмасаңыз, бізге бірден хабарласыңыз: {site}/kk/contacts",
                en:
                    "A request about the data of registration {number} was entered in your name. It is shown in your account: {site} If it was not you who asked, get in touch with us at once: {site}/en/contacts"
            )
        case .dataBlocked:
            Phrase(
                ru:
                    "По обращению обработка данных регистрации {number} остановлена. Если вы об этом не просили, свяжитесь с нами: {site}",
                kk:
                    "Өтініш бойынша {number} нөмірлі тіркелудің деректерін өңдеу тоқтатылды. Сіз сұрамаған болсаңыз, бізге хабарласыңыз: {site}",
                en:
                    "On a request, the processing of the data of registration {number} is blocked. If you did not ask for it, get in touch with us: {site}"
            )
        case .dataUnblocked:
            Phrase(
                ru:
                    "По обращению обработка данных регистрации {number} возобновлена. Если вы об этом не просили, свяжитесь с нами: {site}",
                kk:
                    "Өтініш бойынша {number} нөмірлі тіркелудің деректерін өңдеу қайта басталды. Сіз сұрамаған болсаңыз, бізге хабарласыңыз: {site}",
                en:
                    "On a request, the processing of the data of registration {number} has resumed. If you did not ask for it, get in touch with us: {site}"
            )
        case .requestNotIdentified:
            Phrase(
                ru:
                    "По обращению {number} мы не смогли убедиться, что оно от вас, поэтому ничего не раскрываем. Покажите нам подлинник документа или обратитесь снова: {site}",
                kk:
                    "{number} өтініші сізден келгеніне көз жеткізе алмадық, сондықтан ештеңе ашпаймыз. Құжаттың түпнұсқасын көрсетіңіз немесе қайта өтініш беріңіз: {site}",
                en:
                    "We could not make sure that request {number} comes from you, so nothing is disclosed. Show us the original of a document or ask again: {site}"
            )
        case .requestArchived:
            Phrase(
                ru:
                    "Ответ на обращение {number}: из ваших данных осталось только то, что нас обязывает хранить закон ({article}). Это лежит в архиве и в работе не используется. Срок хранения: до {due} {site}",
                kk:
                    "{number} өтінішіне жауап: деректеріңізден заң сақтауға міндеттейтіні ғана қалды ({article}). Ол архивте жатыр, жұмыста пайдаланылмайды. Сақтау мерзімі: {due}. {site}",
                en:
                    "The answer to request {number}: of your data only what a law makes us keep is left ({article}). It lies in the archive, and no work is done with it. It is kept until {due}. {site}"
            )
        case .requestNothingHeld:
            Phrase(
                ru: "Ответ на обращение {number}: данных о вас у нас нет. {site}",
                kk: "{number} өтінішіне жауап: бізде сіз туралы деректер жоқ. {site}",
                en: "The answer to request {number}: we hold no data about you. {site}")
        case .erasureComing:
            Phrase(
                ru:
                    "По вашему обращению данные регистрации {number} уничтожаются. Свидетельство об этом появится здесь: {site}/ru/erasures/{mark}",
                kk:
                    "Өтінішіңіз бойынша {number} нөмірлі тіркелудің деректері жойылады. Жойылғаны туралы куәлік осында шығады: {site}/kk/erasures/{mark}",
                en:
                    "As you asked, the data of registration {number} are destroyed. The certificate of it will stand here: {site}/en/erasures/{mark}"
            )
        case .messageWaits:
            Phrase(
                ru: "Вас ждёт сообщение. Прочитать его можно в кабинете на сайте {site}.",
                kk: "Сізді хабарлама күтіп тұр. Оны {site} сайтындағы кабинетіңізден оқуға болады.",
                en: "A message waits for you. You can read it in your account at {site}.")
        case .questionAnswered:
            Phrase(
                ru:
                    "На ваш вопрос есть ответ. Ссылка на него действует один раз, код придёт на этот адрес: {site}/ru/answer/{token}",
                kk:
                    "Сұрағыңызға жауап бар. Сілтемесі бір рет жарамды, код осы мекенжайға келеді: {site}/kk/answer/{token}",
                en:
                    "Your question has an answer. The link to it works once, and the code comes to this address: {site}/en/answer/{token}"
            )
        case .letterAnswered:
            Phrase(
                ru:
                    "На ваше письмо есть ответ. Ссылка на него действует один раз, код придёт на этот адрес: {site}/ru/answer/{token}",
                kk:
                    "Хатыңызға жауап бар. Сілтемесі бір рет жарамды, код осы мекенжайға келеді: {site}/kk/answer/{token}",
                en:
                    "Your letter has an answer. The link to it works once, and the code comes to this address: {site}/en/answer/{token}"
            )
        case .noteAnswered:
            Phrase(
                ru:
                    "Есть ответ на то, о чём вы нам говорили. Ссылка на него действует один раз, код придёт на этот адрес: {site}/ru/answer/{token}",
                kk:
                    "Бізге айтқаныңызға жауап бар. Сілтемесі бір рет жарамды, код осы мекенжайға келеді: {site}/kk/answer/{token}",
                en:
                    "What you told us has an answer. The link to it works once, and the code comes to this address: {site}/en/answer/{token}"
            )
        case .orderChanged:
            Phrase(
                ru: "По вашему заказу есть новости. Они ждут вас в кабинете на сайте {site}.",
                kk: "Тапсырысыңыз туралы жаңалық бар. Ол {site} сайтындағы кабинетіңізде тұр.",
                en: "There is news of your order. It waits in your account at {site}.")
        case .passwordChanged:
            Phrase(
                ru: "Пароль вашей учётной записи на сайте {site} изменён. Если это были не вы, свяжитесь с нами.",
                kk:
                    "{site} сайтындағы есептік жазбаңыздың құпиясөзі өзгертілді. Өзгерткен сіз болмасаңыз, бізге хабарласыңыз.",
                en: "The password of your account at {site} was changed. If it was not you, get in touch with us.")
        case .addressChanged:
            Phrase(
                ru:
                    "У вашей учётной записи теперь другой адрес, сюда мы больше не пишем. Если это сделали не вы, сразу свяжитесь с нами: {site}/ru/contacts",
                kk:
                    "Есептік жазбаңыздың мекенжайы ауыстырылды, бұл мекенжайға енді жазбаймыз. Ауыстырған сіз болмасаңыз, бізге бірден хабарласыңыз: {site}/kk/contacts",
                en:
                    "Your account has another address now, and we no longer write to this one. If it was not you, get in touch with us at once: {site}/en/contacts"
            )
        case .policyChanged:
            Phrase(
                ru:
                    "Вступила в силу новая редакция политики. Что изменилось: {site}/ru/policy/changes Если такие письма не нужны, отключите их в кабинете, «Изменения политики».",
                kk:
                    "Саясаттың жаңа редакциясы күшіне енді. Не өзгергені: {site}/kk/policy/changes Мұндай хаттар керек болмаса, оларды кабинеттегі «Саясаттың өзгерістері» бетінде өшіріңіз.",
                en:
                    "A new edition of the policy is in force. What changed: {site}/en/policy/changes If you do not want such letters, switch them off in your account, “Changes of the policy”."
            )
        case .accessEnded:
            Phrase(
                ru: "Ваш доступ работника на сайте {site} прекращён.",
                kk: "{site} сайтындағы қызметкер ретіндегі қолжетімділігіңіз тоқтатылды.",
                en: "Your staff access at {site} has ended.")
        case .transferred:
            Phrase(
                ru:
                    "Часть данных по регистрации {number} передана третьему лицу. Кому, что и зачем, показано на {site}.",
                kk:
                    "{number} нөмірлі тіркелудегі деректердің бір бөлігі үшінші тұлғаға берілді. Кімге, не және не үшін берілгені {site} сайтында көрсетілген.",
                en:
                    "Some data of registration {number} went to a third party. To whom, which and why is shown at {site}."
            )
        case .withdrawalAnswered:
            Phrase(
                ru: "Есть ответ на ваш отзыв согласия по регистрации {number}. Он ждёт вас на сайте {site}.",
                kk:
                    "{number} нөмірлі тіркелу бойынша келісімді кері қайтарып алуыңызға жауап {site} сайтында күтіп тұр.",
                en:
                    "There is an answer to your withdrawal of consent for registration {number}. It waits for you at {site}."
            )
        case .offer:
            Phrase(
                ru: "У оператора есть предложение для вас: {site}. Отказаться от рекламы можно там же, в кабинете.",
                kk:
                    "Операторда сізге арналған ұсыныс бар: {site}. Жарнамадан сол жердегі кабинетте бас тартуға болады.",
                en: "The operator has an offer for you: {site}. You can turn advertising off there, in your account.")
        }
    }

    /// The text of an e-mail with its parameters put in; `due` comes as `2026-11-24` and is written out.
    ///
    /// - Parameter life: how long a code is valid.
    package func text(in language: Language, _ parameters: [String: String], life: Span) -> String {
        MessageTemplate.fill(text[language], parameters, life, language) { Phrase.date($0)[language] }
    }

    /// The text of an SMS with its parameters put in; `due` is written in figures.
    package func shortText(in language: Language, _ parameters: [String: String], life: Span) -> String {
        MessageTemplate.fill(short[language], parameters, life, language) { Phrase.shortDate($0)[language] }
    }

    private static func fill(
        _ text: String, _ parameters: [String: String], _ life: Span, _ language: Language, date: (Day) -> String
    ) -> String {
        var text = text.replacing("{life}", with: Phrase.lasting(life)[language])
        for (name, value) in parameters {
            text.replace("{\(name)}", with: name == "due" ? Day(value).map(date) ?? value : value)
        }
        return text
    }
}
