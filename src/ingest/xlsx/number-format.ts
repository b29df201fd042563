/** What a cell's number stands for, as its format shows it. `undefined` elsewhere: a plain number. */
export interface DateFormat {
  /** Years, months, days or weekdays are shown. */
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  /** Hours, minutes or seconds go on beyond a day: `[h]:mm`. */
  readonly isLength: boolean;
}

const DATE: DateFormat = { hasDate: true, hasTime: false, hasSeconds: false, isLength: false };
const TIME: DateFormat = { hasDate: false, hasTime: true, hasSeconds: false, isLength: false };
const LENGTH: DateFormat = { hasDate: false, hasTime: true, hasSeconds: true, isLength: true };

/**
 * The formats that a workbook names by number alone (ECMA-376 part 1, 18.8.30): 14 to 22 and 45 to 47 everywhere, 27 to 36
 * and 50 to 58 in Chinese, Japanese and Korean. Where these differ (34, 35, 55, 56), the Chinese: a time of day.
 */
const BUILT_IN: ReadonlyMap<number, DateFormat> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, DATE] as const),
  ...[18, 20, 32, 34, 55].map((id) => [id, TIME] as const),
  ...[19, 21, 33, 35, 56].map((id) => [id, { ...TIME, hasSeconds: true }] as const),
  [22, { ...DATE, hasTime: true }] as const,
  ...[45, 46, 47].map((id) => [id, LENGTH] as const),
]);

export function builtInFormat(id: number): DateFormat | undefined {
  return BUILT_IN.get(id);
}

/** Reads a format's code, such as `yyyy"年"m"月"d"日" h:mm`, as far as it says what its numbers are. */
export function readFormat(code: string): DateFormat | undefined {
  const [section = ''] = withoutLiterals(code.slice(0, LONGEST)).split(';');
  const isLength = /\[(h+|m+|s+)\]/i.test(section);
  const letters = section
    .replace(/上午\/下午|am\/pm|a\/p/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  const hasSeconds = letters.includes('s');
  if (isLength) return LENGTH;
  if (/general|通用格式|e[+-]/.test(letters)) return undefined;
  const hasTime = hasSeconds || letters.includes('h');
  // A lone m is the month, beside hours or seconds the minute; `aaa` is the weekday, `e` the year of an era.
  const hasDate = /[yde]|a{3}/.test(letters) || (!hasTime && letters.includes('m'));
  // Minutes and seconds alone are a length that stays below an hour.
  if (!hasDate && hasTime && !letters.includes('h')) return LENGTH;
  return hasDate || hasTime ? { hasDate, hasTime, hasSeconds, isLength } : undefined;
}

/** Excel allows 255. */
const LONGEST = 1000;

/** Texts in quotes, characters behind a backslash, and what fills or spaces a cell show nothing of the number. */
function withoutLiterals(code: string): string {
  return code.replace(/"[^"]*"|\\.|[_*]./g, '');
}
