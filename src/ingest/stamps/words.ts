import { type Scanner, take, wordEnd } from './scanner.ts';
import type { WrittenStamp } from './written-stamp.ts';

const DOT = 0x2e;

/** January to December, in the languages in which no word means two months; accents are left out, as `fold` does. */
const MONTHS = [
  'january jan januar januari janner janvier janv enero ene janeiro gennaio gen января январь янв ocak oca',
  'february feb febr februar februari fevrier fevr fev febrero fevereiro febbraio февраля февраль фев февр subat sub',
  'march mar marz mrz mars marzo marco maart mrt marts марта март мар mart',
  'april apr avril avr abril abr aprile апреля апрель апр nisan nis',
  'may mai mayo maio maggio mag mei maj мая май mayis',
  'june jun juni juin junio junho giugno giu июня июнь июн haziran haz',
  'july jul juli juillet juil julio julho luglio lug июля июль июл temmuz tem',
  'august aug aout agosto ago augustus augusti августа август авг agustos agu',
  'september sep sept septembre septiembre setiembre setembro set settembre сентября сентябрь сен сент eylul eyl',
  'october oct oktober okt octobre octubre outubro out ottobre ott октября октябрь окт ekim eki',
  'november nov novembre noviembre novembro ноября ноябрь ноя нояб kasim kas',
  'december dec dezember dez decembre diciembre dic dezembro dicembre desember des декабря декабрь дек aralik ara',
];

/** Monday to Sunday. French `mar.` is Tuesday, and elsewhere March: it is none of both here but the month. */
const WEEKDAYS = [
  'monday mon montag mo lundi lun lunes lunedi maandag понедельник пн',
  'tuesday tue tues dienstag di mardi martes martedi dinsdag вторник вт',
  'wednesday wed weds mittwoch mi mercredi mer miercoles mercoledi woensdag wo среда ср',
  'thursday thu thur thurs donnerstag do jeudi jeu jueves jue giovedi gio donderdag четверг чт',
  'friday fri freitag fr vendredi ven viernes vie venerdi vrijdag vr пятница пт',
  'saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za суббота сб',
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo воскресенье вс',
];

const CHINESE_DAYS = '一二三四五六日';
const JAPANESE_DAYS = '月火水木金土日';
const KOREAN_DAYS = '월화수목금토일';

const months = numbered(MONTHS, 1);
const weekdays = numbered(WEEKDAYS, 0);

function numbered(lists: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((words, index) => words.split(' ').map((word) => [fold(word), index + first] as const)));
}

/** Lower case, without accents. */
function fold(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i');
}

/** 1 to 12. */
function monthOf(word: string): number | undefined {
  return months.get(word) ?? months.get(fold(word));
}

/** 0 to 6, from Monday. */
function weekdayOf(word: string): number | undefined {
  return weekdays.get(word) ?? weekdays.get(fold(word));
}

const EASTERN: readonly (readonly [pattern: RegExp, days: string])[] = [
  [/(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])/y, CHINESE_DAYS],
  [/([月火水木金土日])曜日?/y, JAPANESE_DAYS],
  [/([월화수목금토일])요일/y, KOREAN_DAYS],
  [/[(（]([月火水木金土日])[)）]/y, JAPANESE_DAYS],
  [/[(（]([월화수목금토일])[)）]/y, KOREAN_DAYS],
  [/[(（](?:星期|周|週)?([一二三四五六日天])[)）]/y, CHINESE_DAYS],
];

/** The Chinese, Japanese or Korean day of the week that stands at `position`. */
function easternWeekday(
  text: string,
  position: number,
): { readonly weekday: number; readonly end: number } | undefined {
  for (const [pattern, days] of EASTERN) {
    pattern.lastIndex = position;
    const [, day] = pattern.exec(text) ?? [];
    if (day !== undefined) return { weekday: day === '天' ? 6 : days.indexOf(day), end: pattern.lastIndex };
  }
  return undefined;
}

const CHINESE_MONTHS = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');
const CHINESE_MONTH = /(十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月/y;

/** A Chinese month as Jira writes it, `18/七月/26`, or in digits, `18/7月/26`: only where a format asks for a name, not in `2024年3月5日`. */
export function takeChineseMonth(scanner: Scanner, stamp: WrittenStamp): boolean {
  CHINESE_MONTH.lastIndex = scanner.position;
  const [, month] = CHINESE_MONTH.exec(scanner.text) ?? [];
  if (month === undefined) return false;
  scanner.position = CHINESE_MONTH.lastIndex;
  stamp.month = /\d/.test(month) ? Number(month) : CHINESE_MONTHS.indexOf(month) + 1;
  return true;
}

/** Steps over the name of a month, and the dot of a shortened one. */
export function takeMonthName(scanner: Scanner, stamp: WrittenStamp): boolean {
  const end = wordEnd(scanner);
  const month = end === scanner.position ? undefined : monthOf(scanner.text.slice(scanner.position, end).toLowerCase());
  if (month === undefined) return false;
  scanner.position = end;
  take(scanner, DOT);
  stamp.month = month;
  return true;
}

/** Steps over the name of a day of the week, in Latin or Cyrillic letters or those of the East. */
export function takeWeekday(scanner: Scanner, stamp: WrittenStamp): boolean {
  const end = wordEnd(scanner);
  if (end === scanner.position) {
    const found = easternWeekday(scanner.text, end);
    if (found === undefined) return false;
    scanner.position = found.end;
    stamp.weekday = found.weekday;
    return true;
  }
  const weekday = weekdayOf(scanner.text.slice(scanner.position, end).toLowerCase());
  if (weekday === undefined) return false;
  scanner.position = end;
  take(scanner, DOT);
  stamp.weekday = weekday;
  return true;
}
