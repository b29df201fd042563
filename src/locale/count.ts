export interface NumberWriter {
  format(value: number): string;
}

/**
 * Writes numbers grouped by thousands, `1,234.5`, as English and Chinese texts do alike. Intl is asked only where something
 * is to be rounded: to load a language takes ten milliseconds, which a program without such a number need not spend.
 *
 * @param most decimals at most
 */
export function numbersWith(most: number): NumberWriter {
  let rounding: Intl.NumberFormat | undefined;
  return {
    format(value) {
      const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(String(value)) ?? [];
      if (sign === undefined || decimals.length > most + 1 || Object.is(value, -0)) {
        rounding ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: most });
        return rounding.format(value);
      }
      return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals}`;
    },
  };
}

/** To a thousandth, as figures are told. */
export const COUNT = numbersWith(3);
