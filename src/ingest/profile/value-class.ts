/** What a single cell looks like, before its column is known. */
export type ValueClass =
  | 'stamp'
  | 'digits'
  | 'number'
  | 'boolean'
  | 'duration'
  | 'marked-time'
  | 'day-time'
  | 'name'
  | 'code'
  | 'text';

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
const DIGITS = /^\d+$/;
const BOOLEAN = /^(?:true|false|yes|no|y|n|是|否|有|无)$/i;
/** `1 days 18 hours 47 minutes`, `2h 15m`, `-1h 20m`, `1天18小时47分钟`, `PT1H30M`, `18:47:00`, `42:15`. */
const DURATION = [
  /^-?P(?=.)(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/,
  /^-?(?:\d+(?:\.\d+)?\s*(?:d|days?|h|hrs?|hours?|heures?|stunden?|m|mins?|minutes?|minuten?|s|secs?|seconds?|天|日|小时|时|分钟|分|秒钟?)[\s,]*)+$/i,
  /^-?\d{1,4}(?::\d{2}){1,3}(?:\.\d+)?$/,
];
/** `8:35`, `上午8:35`, `8:35 pm`. */
const TIME_OF_DAY =
  /^(上午|下午|早上|早晨|中午|凌晨|晚上|傍晚)?\s*([01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?\s*([ap]\.?m\.?)?$/i;
/** Before that hour most times are lengths: `0:35`. */
const MORNING = 6;
const MAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** The surnames of three in four Chinese, but for those that begin common words (`高`, `方`, `华`, `金`). */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚';
const CHINESE_NAME = new RegExp(
  `^(?:[${SURNAMES}][\\u4e00-\\u9fff]{1,2}|[${SURNAMES}](?:先生|女士|小姐|工|经理|师傅))$`,
);
/** The last character of a department, a place, a grade or a thing rather than a name. */
const NO_NAME = /[部组队区司店站省市县局科处室中类级型式线号线品件式务单]$/;
const CODE = /^(?=[^\s]*\d)[^\s,;，；]{2,64}$/;

/** What is longer is a text, whatever it is made of. */
const LONGEST = 200;

/** `isStamp`: the column's reader of stamps takes it for one. Bare figures and numbers are never a stamp by themselves. */
export function classify(text: string, isStamp: boolean): ValueClass {
  if (text.length > LONGEST) return 'text';
  if (DIGITS.test(text)) return 'digits';
  if (NUMBER.test(text)) return 'number';
  if (isStamp) return 'stamp';
  if (BOOLEAN.test(text)) return 'boolean';
  const time = TIME_OF_DAY.exec(text);
  if (time?.[1] !== undefined || time?.[3] !== undefined) return 'marked-time';
  if (time !== null && Number(time[2]) >= MORNING) return 'day-time';
  if (DURATION.some((form) => form.test(text))) return 'duration';
  if (MAIL.test(text) || (CHINESE_NAME.test(text) && !NO_NAME.test(text))) return 'name';
  return CODE.test(text) ? 'code' : 'text';
}

/** What Excel makes of a long number: several numbers have become one. */
export function isDamaged(text: string): boolean {
  return text.length < 40 && /^\d(?:\.\d+)?E\+\d+$/i.test(text);
}

/** A row that is the sum of others, by one of its first cells. */
export function isTotal(text: string): boolean {
  return (
    text.length < 40 && /^(?:合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总|(?:grand |sub)?totals?|sum)[:：]?$/i.test(text)
  );
}

/** Digits as 9, each run of letters as one A: what codes of one make have in common. Long texts are cut. */
export function patternOf(text: string): string {
  return text
    .slice(0, 40)
    .replaceAll(/\d/g, '9')
    .replaceAll(/[A-Za-z]+/g, 'A');
}
