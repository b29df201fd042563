import { attributeOf, textOf } from '../xml/attributes.ts';
import { cutXml, type XmlPosition, type XmlTaker } from '../xml/cut-xml.ts';
import { badWorkbook } from './bad-workbook.ts';
import { builtInFormat, type DateFormat, readFormat } from './number-format.ts';
import { localName, xmlFault } from './xml-part.ts';

/** Excel allows 65,490 ways to format a cell. */
const MOST_STYLES = 200_000;

/** The date format of each style by its number, as cells name it; `undefined`: the style shows plain numbers or texts. */
export async function readStyles(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  file: string,
): Promise<readonly (DateFormat | undefined)[]> {
  const codes = new Map<number, DateFormat | undefined>();
  const styles: number[] = [];
  let isInStyles = false;
  const fault = xmlFault(file, part);
  const begin = (position: XmlPosition): XmlTaker => ({
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'cellXfs') isInStyles = true;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt')
        codes.set(id, readFormat(textOf(attributes, 'formatCode', (message) => fault(message, position.line)) ?? ''));
      else if (name === 'xf' && isInStyles) styles.push(id);
      if (styles.length > MOST_STYLES) throw badWorkbook(file, `the workbook has more than ${MOST_STYLES} styles`);
    },
    text() {},
    close(tag) {
      if (localName(tag) === 'cellXfs') isInStyles = false;
    },
  });
  await cutXml(chunks, { fault, taker: begin });
  return styles.map((id) => (codes.has(id) ? codes.get(id) : builtInFormat(id)));
}
