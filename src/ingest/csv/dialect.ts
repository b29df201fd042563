/** How a text is cut into records and cells. */
export interface Dialect {
  readonly delimiter: string;
  /** What encloses cells; '' where nothing does. */
  readonly quote: string;
  /** Stands before a quote that is part of a cell: the quote itself, or a backslash. */
  readonly escaper: string;
  /** Records end in LF or CRLF; `cr`: also in CR alone. */
  readonly breaks: 'lf' | 'cr';
  /** The first line says what the delimiter is, as Excel's `sep=;` does, and is no record. */
  readonly isDeclared: boolean;
}
