/** The texts of waiting lines and turns in Chinese. */
export const zhLine = {
  'buy.wait': '排队候补',
  'buy.joining': '排队中',
  'buy.waiting': '候补中',
  'buy.leaving': '退出中',
  'buy.called': '立即下单 {n} 件',

  'line.nobody': '还没有人排队；有人退出时先给候补的人',
  'line.waiting': '{n} 人在排队，有货按先后顺序轮到',
  'line.first': '你排在第一位，轮到时在这里通知你',
  'line.ahead': '排队中，前面最多 {n} 人，轮到时在这里通知你',
  'line.leave': '退出排队',
  'line.LAPSED': '轮到你时没有下单，已过号。可以重新排队，排到队尾',
  'line.CLOSED': '这件商品已结束售卖，排队已取消',
  'line.GONE': '你已不在队伍里：离开期间可能已过号，或售卖已结束',

  'turn.title': '轮到你了',
  'turn.kept': '{title}：已为你保留 {n} 件',
  'turn.keptHere': '轮到你了，已为你保留 {n} 件',
  'turn.left': '请在倒计时内下单',
  'turn.leave': '不要了',

  'say.waiting': '已排队：{title}，前面最多 {n} 人',
  'say.called': '轮到你了：{title} 已为你保留 {n} 件，请在 {time} 内下单',
  'say.left': '已退出排队：{title}',
  'say.LAPSED': '{title} 已过号',
  'say.CLOSED': '{title} 已结束售卖，排队已取消',
};
