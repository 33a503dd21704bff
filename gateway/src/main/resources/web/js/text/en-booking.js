/** Texts of booking a show in English. */
export const enBooking = {
  'book.button': 'Remind me',
  'book.done': 'You will be reminded',
  'book.count': '{n} booked',
  'book.begun': 'The show you booked is live',
  'book.go': 'Go there',
  'book.stay': 'Stay here',
  'say.booked': 'We will remind you when the show begins',
  'say.unbooked': 'You will not be reminded',
  'say.begun': 'The show you booked is live: {title}',
  'code.SHOW_BEGUN': 'The show has begun.',
  'console.booked': '{n} booked',
};
