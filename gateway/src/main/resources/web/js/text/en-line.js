/** The texts of waiting lines and turns in English. */
export const enLine = {
  'buy.wait': 'Wait in line',
  'buy.joining': 'Joining',
  'buy.waiting': 'In line',
  'buy.leaving': 'Leaving',
  'buy.called': 'Order {n} now',

  'line.nobody': 'Nobody waits yet; what comes free goes to who waits',
  'line.waiting': '{n} waiting; what comes free goes to them in turn',
  'line.first': 'You are first in line; stay here to hear of your turn',
  'line.ahead': 'In line, at most {n} before you; stay here to hear of your turn',
  'line.leave': 'Leave the line',
  'line.LAPSED': 'Your turn went by. You may wait again, at the end of the line.',
  'line.CLOSED': 'The sale is over, and so is the line.',
  'line.GONE': 'You are no longer in line: your turn or the sale ended while you were away.',

  'turn.title': 'It is your turn',
  'turn.kept': '{title}: {n} kept for you',
  'turn.keptHere': 'It is your turn: {n} kept for you',
  'turn.left': 'Order within',
  'turn.leave': 'Let it go',

  'say.waiting': 'You are in line for {title}, at most {n} before you',
  'say.called': 'It is your turn: {n} of {title} kept for you. Order within {time}',
  'say.left': 'You have left the line for {title}',
  'say.LAPSED': 'Your turn for {title} went by',
  'say.CLOSED': 'The sale of {title} is over, and so is the line',
};
