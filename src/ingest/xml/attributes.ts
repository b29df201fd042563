import { decodeEntities } from './entities.ts';

/**
 * The value of one attribute of a tag, as written; `undefined` where the tag has none. `attributes` as `XmlTaker.open` gets
 * them. Made for the tags of which a sheet has millions: nothing is built for those that nobody asks for.
 */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = 0;
  while (at < attributes.length) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return undefined;
    let start = at;
    while (attributes.charCodeAt(start) <= 0x20) start++;
    let end = equals;
    while (end > start && attributes.charCodeAt(end - 1) <= 0x20) end--;
    let quoteAt = equals + 1;
    while (attributes.charCodeAt(quoteAt) <= 0x20) quoteAt++;
    const quote = attributes[quoteAt];
    if (quote !== '"' && quote !== "'") return undefined;
    const close = attributes.indexOf(quote, quoteAt + 1);
    if (close < 0) return undefined;
    if (end - start === name.length && attributes.startsWith(name, start)) return attributes.slice(quoteAt + 1, close);
    at = close + 1;
  }
  return undefined;
}

/** As `attributeOf`, with its entities decoded. */
export function textOf(attributes: string, name: string, refuse: (message: string) => Error): string | undefined {
  const written = attributeOf(attributes, name);
  return written?.includes('&') === true ? decodeEntities(written, refuse) : written;
}
