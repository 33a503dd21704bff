/** Texts of booking a show in Chinese. */
export const zhBooking = {
  'book.button': '预约开播提醒',
  'book.done': '已预约',
  'book.count': '{n} 人已约',
  'book.begun': '你预约的直播开始了',
  'book.go': '去看看',
  'book.stay': '先不去',
  'say.booked': '预约成功，开播时提醒你',
  'say.unbooked': '已取消预约',
  'say.begun': '你预约的直播开始了：{title}',
  'code.SHOW_BEGUN': '直播已经开始',
  'console.booked': '{n} 人预约',
};
