import { visible } from '../../../locale/visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, or the value of an attribute, that is shown as it is and never read as HTML. */
export function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Plain values between `<script type="application/json">` and its end: no text in them can close it. */
export function island(id: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/json" id="${id}">${json}</script>\n`;
}

/** Part of an address or an id: letters, digits, `-` and `_` stand for themselves, any other unit is `.` and four digits. */
export function asId(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, (unit) => `.${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
