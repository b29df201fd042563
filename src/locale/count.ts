/** Making one loads the language's data: ten milliseconds that a program without such a number need not spend. */
let rounding: Intl.NumberFormat | undefined;

/** Numbers grouped by thousands with at most three decimals, `1,234.5`, as English and Chinese texts write them alike. */
export const COUNT = {
  format(value: number): string {
    const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(\.\d{1,3})?$/.exec(String(value)) ?? [];
    if (sign === undefined || Object.is(value, -0)) {
      rounding ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
      return rounding.format(value);
    }
    return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals}`;
  },
};
