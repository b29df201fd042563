const DATE_YEAR_FIRST = /^(\d{4})([-/.年])\d{1,2}([-/.月])\d{1,2}(日?)/;
const DATE_YEAR_LAST = /^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})(?!\d)/;
const DATE_WITH_NAME = /^(?:[A-Za-z]{3,9},?\s+)?\d{1,2}([-/ .])[A-Za-z]{3,9}[-/ .,]+(\d{4}|\d{2})(?!\d)/;
const TIME = /\d{1,2}:\d{2}(:\d{2})?([.,]\d+)?/;

/**
 * How a stamp is written, in the letters of `records.time.format` as far as they go: `yyyy/M/d H:mm`. Where it is not
 * known which figure is the day, both stand as `99`. What is written in none of the usual ways is told digit by digit.
 */
export function writtenLike(text: string): string {
  const [date, rest] = dateLike(text);
  if (date === undefined)
    return text
      .slice(0, 40)
      .replaceAll(/\d/g, '9')
      .replaceAll(/[A-Za-z]{2,}/g, 'A');
  const hour = date.includes('MM') ? 'HH' : 'H';
  return (
    date +
    rest
      .replace(
        TIME,
        (_, seconds, decimals) => `${hour}:mm${seconds ? ':ss' : ''}${decimals ? `${decimals[0]}SSS` : ''}`,
      )
      .replace(/^T(?=H)/, "'T'")
      .replace(/\s*(?:[AaPp]\.?[Mm]\.?)$/, ' a')
      .replace(/\s*(?:Z|[+-]\d{2}(?::?\d{2})?)$/, 'XXX')
      .replaceAll(/\d+/g, '9')
  );
}

function dateLike(text: string): [date: string | undefined, rest: string] {
  const first = DATE_YEAR_FIRST.exec(text);
  if (first !== null) {
    const [all, , one = '', two = '', end = ''] = first;
    const date = one === '-' ? 'yyyy-MM-dd' : `yyyy${one}M${two}d${end}`;
    return [date, text.slice(all.length)];
  }
  const last = DATE_YEAR_LAST.exec(text);
  if (last !== null) {
    const [all, sign = '', year = ''] = last;
    return [`99${sign}99${sign}${year.length === 4 ? 'yyyy' : 'yy'}`, text.slice(all.length)];
  }
  const named = DATE_WITH_NAME.exec(text);
  if (named === null) return [undefined, text];
  const [all, sign = '', year = ''] = named;
  return [`d${sign}MMM${sign}${year.length === 4 ? 'yyyy' : 'yy'}`, text.slice(all.length)];
}
