import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { badWorkbook } from './bad-workbook.ts';

/** A name without its prefix, which some programs give to all elements: `x:row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Faults of a workbook's XML, told with the member in which they are. */
export function xmlFault(file: string, part: string) {
  return (message: string, line: number) =>
    badWorkbook(file, `the workbook is damaged: in line ${line} of ${part}, ${message}`);
}

/** Excel writes characters that XML cannot hold as `_x000D_`, and `_x005F_` for a `_` that would look like one. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Reads a part of which only the elements and their attributes matter. */
export async function readElements(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  file: string,
  open: (name: string, attributes: string, refuse: (message: string) => Error) => void,
): Promise<void> {
  const fault = xmlFault(file, part);
  await cutXml(chunks, {
    fault,
    taker: (position): XmlTaker => ({
      open: (name, attributes) => open(localName(name), attributes, (message) => fault(message, position.line)),
      text() {},
      close() {},
    }),
  });
}
