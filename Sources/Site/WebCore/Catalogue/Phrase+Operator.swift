import Primitives

/// Words of the operator's page and the contacts.
extension Phrase {
    package static let operatorTitle = Phrase(ru: "Оператор", kk: "Оператор", en: "The operator")
    package static let operatorName = Phrase(ru: "Наименование", kk: "Атауы", en: "Name")
    package static let place = Phrase(ru: "Место регистрации", kk: "Тіркелген жері", en: "Place of registration")
    package static let siteAddress = Phrase(ru: "Сайт", kk: "Сайт", en: "Site")
    package static let governingLaw = Phrase(ru: "Применимое право", kk: "Қолданылатын құқық", en: "Governing law")
    package static let lawOfKazakhstan = Phrase(
        ru: "право Республики Казахстан", kk: "Қазақстан Республикасының құқығы",
        en: "law of the Republic of Kazakhstan")
    package static let exclusiveRightsTitle = Phrase(
        ru: "Права на сайт", kk: "Сайтқа құқықтар", en: "Rights in the site")
    package static let toContacts = Phrase(
        ru: "Как с нами связаться", kk: "Бізбен қалай байланысуға болады", en: "How to reach us")

    package static let contactsTitle = Phrase(ru: "Контакты", kk: "Байланыс", en: "Contacts")
    package static let contactsLead = Phrase(
        ru:
            "Предложения и вопросы принимаем по электронной почте и по телефону (пункт 5.6 политики). Регистрация не нужна.",
        kk:
            "Ұсыныстар мен сұрақтарды электрондық пошта және телефон арқылы қабылдаймыз (саясаттың 5.6-тармағы). Тіркелу қажет емес.",
        en:
            "We take suggestions and questions by e-mail and by telephone (clause 5.6 of the policy). You need not register."
    )
    package static let telephone = Phrase(ru: "Телефон", kk: "Телефон", en: "Telephone")
    package static let email = Phrase(ru: "Электронная почта", kk: "Электрондық пошта", en: "E-mail")
    package static let whatYouMayAsk = Phrase(
        ru: "О чём можно просить", kk: "Не сұрауға болады", en: "What you may ask for")
    package static let whatYouMayAskSentences = [
        Phrase(
            ru: "Узнать, есть ли у нас ваши данные, какие и зачем.",
            kk: "Бізде деректеріңіз бар ма, қандай және не үшін екенін білу.",
            en: "Whether we hold data about you, which, and what for."),
        Phrase(
            ru: "Исправить, заблокировать или уничтожить ваши данные.",
            kk: "Деректеріңізді түзету, бұғаттау немесе жою.",
            en: "To correct, block or destroy your data."),
        Phrase(
            ru: "Отозвать согласие или отказаться от сообщений.",
            kk: "Келісімді кері қайтарып алу немесе хабарламалардан бас тарту.",
            en: "To withdraw a consent or to stop messages."),
        Phrase(
            ru:
                "Подать претензию: ответим в течение 30\u{A0}рабочих дней, потребителю\u{A0}— 10\u{A0}календарных дней (пункт 5.2).",
            kk:
                "Кінәрат-талап (претензия) беру: 30\u{A0}жұмыс күні, тұтынушыға күнтізбелік 10\u{A0}күн ішінде жауап береміз (5.2\u{2011}тармақ).",
            en:
                "To make a claim: we answer within 30\u{A0}working days, a consumer within 10\u{A0}calendar days (clause 5.2)."
        ),
    ]
}
