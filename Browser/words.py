"""What people read after what they did, in each language; what only one test looks for stands in that test."""


def words(ru, kk, en):
    return {"ru": ru, "kk": kk, "en": en}


RECORDED = words("Записано", "Жазылды", "Recorded")
SAVED = words("Сохранено", "Сақталды", "Saved")
REQUEST_RECEIVED = words("Обращение получено", "Өтініш қабылданды", "Your request was received")
ANSWER_SENT = words("Ответ отправлен", "Жауап жіберілді", "The answer is sent")
NO_SUCH_NUMBER = words(
    "Регистрации с таким номером нет", "Мұндай нөмірлі тіркелу жоқ", "There is no registration")
CHOOSE_REFUSAL = words(
    "Выберите статью закона или незавершённый заказ", "Заңның бабын не аяқталмаған тапсырысты таңдаңыз",
    "Choose an article of the law or an order that has not ended")
REQUEST_REFUSED = words("отказано", "бас тартылды", "refused")
WRITE_WORDS = words("Напишите, о чём просите", "Нені сұрайтыныңызды жазыңыз", "Write what you ask for")
WRITE_ANSWER = words("Напишите ответ", "Жауабын жазыңыз", "Write the answer")
# What a message to a person says.
DECIDED = words("принято решение", "шешім қабылданды", "has been decided")
ANSWER_WAITS = words("На ваше обращение есть ответ", "Өтінішіңізге жауап берілді", "Your request has an answer")
MESSAGE_WAITS = words("Вас ждёт сообщение", "Сізді хабарлама күтіп тұр", "A message waits for you")
ORDER_NEWS = words("По вашему заказу есть новости", "Тапсырысыңыз туралы жаңалық бар", "There is news of your order")
CORRECTION_WAITS = words(
    "предложено исправить данные", "деректерді түзету ұсынылды", "A correction of your data is proposed")
WITHDRAWAL_ANSWERED = words(
    "Есть ответ на ваш отзыв согласия", "келісімді кері қайтарып алуыңызға жауап", "There is an answer to your withdrawal")
