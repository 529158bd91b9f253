import Policy
import Primitives

/// What can be done with data, by name.
extension Phrase {
    package static func actName(_ act: Act) -> Phrase {
        switch act {
        case .register: Phrase(ru: "начать регистрацию", kk: "тіркелуді бастау", en: "beginning a registration")
        case .consent: Phrase(ru: "дать согласие", kk: "келісім беру", en: "giving a consent")
        case .withdrawConsent:
            Phrase(
                ru: "отозвать согласие", kk: "келісімді кері қайтарып алу", en: "withdrawing a consent")
        case .decline: Phrase(ru: "отказаться", kk: "бас тарту", en: "declining")
        case .addContact: Phrase(ru: "указать адрес", kk: "мекенжай көрсету", en: "giving an address")
        case .confirmContact: Phrase(ru: "подтвердить адрес", kk: "мекенжайды растау", en: "confirming an address")
        case .correctOwn: Phrase(ru: "исправить своё", kk: "өз деректерін түзету", en: "correcting own data")
        case .uploadDocument: Phrase(ru: "прислать документ", kk: "құжат жіберу", en: "sending a document")
        case .removeDocument: Phrase(ru: "удалить документ", kk: "құжатты жою", en: "deleting a document")
        case .send: Phrase(ru: "отправить на проверку", kk: "тексеруге жіберу", en: "sending to review")
        case .withdrawRegistration:
            Phrase(
                ru: "отозвать регистрацию", kk: "тіркелуді кері қайтарып алу", en: "withdrawing a registration")
        case .readOwn: Phrase(ru: "смотреть свои данные", kk: "өз деректерін қарау", en: "reading own data")
        case .readOwnDocument:
            Phrase(
                ru: "смотреть свой документ", kk: "өз құжатын қарау", en: "viewing an own document")
        case .readOwnHistory: Phrase(ru: "смотреть, кто смотрел", kk: "кім қарағанын көру", en: "reading who looked")
        case .takeReceipt: Phrase(ru: "взять расписку", kk: "қолхат алу", en: "taking a receipt")
        case .acceptCorrection: Phrase(ru: "принять правку", kk: "түзетуді қабылдау", en: "accepting a correction")
        case .rejectCorrection:
            Phrase(
                ru: "отклонить правку", kk: "түзетуден бас тарту", en: "turning a correction down")
        case .objection: Phrase(ru: "возразить", kk: "қарсылық білдіру", en: "objecting")
        case .applyAgain: Phrase(ru: "подать заново", kk: "қайта тапсыру", en: "applying again")
        case .request: Phrase(ru: "подать обращение", kk: "өтініш беру", en: "making a request")
        case .withdrawRequest:
            Phrase(ru: "отозвать обращение", kk: "өтінішті кері қайтарып алу", en: "withdrawing a request")
        case .takeCopy: Phrase(ru: "взять копию данных", kk: "деректер көшірмесін алу", en: "taking a copy of the data")
        case .block: Phrase(ru: "остановить обработку", kk: "өңдеуді тоқтату", en: "blocking processing")
        case .unblock: Phrase(ru: "возобновить обработку", kk: "өңдеуді қайта бастау", en: "resuming processing")
        case .openRequest: Phrase(ru: "открыть обращение", kk: "өтінішті ашу", en: "opening a request")
        case .identifyRequest:
            Phrase(
                ru: "установить, чьё обращение", kk: "өтініштің кімдікі екенін анықтау",
                en: "telling whose request it is")
        case .answerRequest: Phrase(ru: "ответить на обращение", kk: "өтінішке жауап беру", en: "answering a request")
        case .refuseRequest:
            Phrase(ru: "отказать по обращению", kk: "өтініш бойынша бас тарту", en: "refusing a request")
        case .prepareErasure:
            Phrase(ru: "подготовить уничтожение", kk: "жоюды дайындау", en: "preparing a destruction")
        case .hold: Phrase(ru: "удержать данные", kk: "деректерді ұстап қою", en: "holding data")
        case .releaseHold: Phrase(ru: "снять удержание", kk: "ұстап қоюды тоқтату", en: "releasing a hold")
        case .prepareOpening:
            Phrase(ru: "запросить открытие архива", kk: "архивті ашуды сұрату", en: "asking to open the archive")
        case .openArchive: Phrase(ru: "открыть архив", kk: "архивті ашу", en: "opening the archive")
        case .archive:
            Phrase(ru: "передать в архив по закону", kk: "заң бойынша архивке беру", en: "archiving as a law requires")
        case .writeMessage: Phrase(ru: "написать сообщение", kk: "хабарлама жазу", en: "writing a message")
        case .noteMessage:
            Phrase(ru: "записать разговор", kk: "әңгімені жазып қою", en: "putting a conversation down")
        case .takeLetter: Phrase(ru: "принять письмо", kk: "хатты қабылдау", en: "taking a letter")
        case .takeThread:
            Phrase(ru: "назначить, кто ответит", kk: "кім жауап беретінін белгілеу", en: "assigning a thread")
        case .openThread: Phrase(ru: "открыть переписку", kk: "хат алмасуды ашу", en: "opening a thread")
        case .answerMessage:
            Phrase(ru: "ответить на сообщение", kk: "хабарламаға жауап беру", en: "answering a message")
        case .closeThread: Phrase(ru: "закрыть переписку", kk: "хат алмасуды жабу", en: "closing a thread")
        case .represent: Phrase(ru: "представлять другого", kk: "басқаның өкілі болу", en: "acting for another")
        case .endRepresentation:
            Phrase(ru: "прекратить представительство", kk: "өкілдікті тоқтату", en: "ending a representation")
        case .placeOrder: Phrase(ru: "заказать услугу", kk: "қызметке тапсырыс беру", en: "ordering a service")
        case .withdrawOrder:
            Phrase(ru: "отозвать заказ", kk: "тапсырысты кері қайтарып алу", en: "withdrawing an order")
        case .openOrder: Phrase(ru: "открыть заказ", kk: "тапсырысты ашу", en: "opening an order")
        case .workOrder: Phrase(ru: "вести заказ", kk: "тапсырысты орындау", en: "working an order")
        case .endService: Phrase(ru: "завершить услугу", kk: "қызметті аяқтау", en: "ending a service")
        case .signIn: Phrase(ru: "войти", kk: "кіру", en: "signing in")
        case .setPassword: Phrase(ru: "задать пароль", kk: "құпиясөз орнату", en: "setting a password")
        case .lookup: Phrase(ru: "искать человека", kk: "адамды іздеу", en: "looking a person up")
        case .openCase: Phrase(ru: "открыть дело", kk: "істі ашу", en: "opening a case")
        case .reveal: Phrase(ru: "показать скрытое", kk: "жасырынды көрсету", en: "showing what is masked")
        case .viewDocument: Phrase(ru: "смотреть документ", kk: "құжатты қарау", en: "viewing a document")
        case .decide: Phrase(ru: "решить", kk: "шешім қабылдау", en: "deciding")
        case .undoDecision: Phrase(ru: "отменить решение", kk: "шешімді кері қайтару", en: "undoing a decision")
        case .askMore: Phrase(ru: "просить ещё", kk: "тағы сұрау", en: "asking for more")
        case .proposeCorrection: Phrase(ru: "предложить правку", kk: "түзету ұсыну", en: "proposing a correction")
        case .assist:
            Phrase(ru: "регистрировать у стойки", kk: "қабылдау орнында тіркеу", en: "registering at the counter")
        case .seeOriginal:
            Phrase(ru: "видеть оригинал", kk: "түпнұсқаны көру", en: "seeing an original")
        case .putAside: Phrase(ru: "отложить дело", kk: "істі кейінге қалдыру", en: "putting a case aside")
        case .disclose: Phrase(ru: "передать получателю", kk: "алушыға беру", en: "handing to a recipient")
        case .passOn:
            Phrase(
                ru: "сообщить о передаче или отзыве", kk: "беру не кері қайтару туралы хабарлау",
                en: "telling of a transfer or withdrawal")
        case .answerWithdrawal:
            Phrase(ru: "ответить на отзыв", kk: "кері қайтаруға жауап беру", en: "answering a withdrawal")
        case .sendMailing: Phrase(ru: "сделать рассылку", kk: "жаппай хабарлама жіберу", en: "sending a mailing")
        case .releaseStatistics: Phrase(ru: "выпустить статистику", kk: "статистика шығару", en: "releasing statistics")
        case .readHistory:
            Phrase(
                ru: "смотреть журнал о человеке", kk: "адам туралы журналды қарау", en: "reading a person’s history")
        case .readSubject:
            Phrase(
                ru: "читать данные через API", kk: "деректерді API арқылы оқу", en: "reading data through the API")
        case .renderDocument:
            Phrase(
                ru: "готовить снимки страниц", kk: "бет суреттерін дайындау", en: "making page pictures")
        case .readFromDocument: Phrase(ru: "читать с документа", kk: "құжаттан оқу", en: "reading off a document")
        case .hint: Phrase(ru: "подсказывать", kk: "кеңес беру", en: "giving hints")
        case .notify: Phrase(ru: "известить", kk: "хабарлау", en: "notifying")
        case .remind: Phrase(ru: "напомнить", kk: "еске салу", en: "reminding")
        case .lapse: Phrase(ru: "закрыть без ответа", kk: "жауапсыз жабу", en: "letting a case lapse")
        case .recount:
            Phrase(ru: "пересчитать срок", kk: "мерзімді қайта есептеу", en: "counting a deadline again")
        case .expire: Phrase(ru: "закончить по сроку", kk: "мерзімі өткенін аяқтау", en: "ending what has expired")
        case .renewIndex:
            Phrase(
                ru: "обновить отпечатки адресов", kk: "мекенжай іздерін жаңарту",
                en: "renewing the digests of addresses")
        case .destroyDocument: Phrase(ru: "уничтожить документ", kk: "құжатты біржола жою", en: "destroying a document")
        case .destroyField: Phrase(ru: "уничтожить поле", kk: "өрісті біржола жою", en: "destroying a field")
        case .erase: Phrase(ru: "уничтожить данные", kk: "деректерді жою", en: "erasing")
        case .invite: Phrase(ru: "пригласить", kk: "шақыру", en: "inviting")
        case .grantRole: Phrase(ru: "дать роль", kk: "рөл беру", en: "giving a role")
        case .revokeRole: Phrase(ru: "снять роль", kk: "рөлді алып тастау", en: "taking a role away")
        case .enrol: Phrase(ru: "зачислиться", kk: "қызметкер болып тіркелу", en: "enrolling")
        case .readStaff:
            Phrase(
                ru: "видеть имена работников", kk: "қызметкерлердің аты-жөнін көру", en: "reading names of staff")
        case .acceptUndertaking:
            Phrase(
                ru: "принять обязательство", kk: "міндеттемені қабылдау", en: "accepting the undertaking")
        case .enrolFactor:
            Phrase(
                ru: "подключить второй фактор", kk: "екінші факторды қосу", en: "enrolling a second factor")
        case .resetFactor:
            Phrase(
                ru: "сбросить второй фактор", kk: "екінші факторды алып тастау", en: "resetting a second factor")
        case .endAccess: Phrase(ru: "прекратить доступ", kk: "қолжетімділікті тоқтату", en: "ending access")
        }
    }
}
