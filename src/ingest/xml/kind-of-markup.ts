/** What a text in angle brackets is: an event log, a page with a table, a workbook as one XML document, or anything else. */
export type MarkupKind = 'xes' | 'html' | 'spreadsheet' | 'xml';

/** Told by the first tag that is an element; `undefined`: no markup at all, but for example a table whose first cell begins with `<`. */
export function kindOfMarkup(head: string): MarkupKind | undefined {
  const text = head.slice(0, 8192).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const isXml = /^\s*<\?xml\b/.test(text);
  const root = /<([a-z][\w:.-]*)/i.exec(text)?.[1]?.toLowerCase().replace(/^.*:/, '');
  const begins = /^\s*<(?:\?|!doctype\b|[a-z][\w:.-]*[\s/>])/i.test(text);
  if (!begins) return undefined;
  if (root === 'log') return 'xes';
  if (root === 'workbook' && /urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'spreadsheet';
  if (/^\s*<!doctype\s+html\b/i.test(text) || HTML.has(root ?? '')) return 'html';
  return isXml || /^\s*<!doctype\b/i.test(text) ? 'xml' : undefined;
}

/** What exports that call themselves .xls begin with. */
const HTML: ReadonlySet<string> = new Set(['html', 'head', 'body', 'meta', 'style', 'table', 'div', 'title', 'center']);
