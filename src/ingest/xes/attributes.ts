import { ownedText } from '../owned-text.ts';
import { textOf } from '../xml/attributes.ts';

/** An attribute of an event, a trace or a declaration. */
export interface Attribute {
  /** `key`, or `key/child` below another. */
  readonly key: string;
  readonly type: string;
  value: string;
}

/** The elements that are attributes (IEEE 1849, 4.3). */
export const TYPES: ReadonlySet<string> = new Set([
  'string',
  'date',
  'int',
  'float',
  'boolean',
  'id',
  'list',
  'container',
]);

const MOST = 10_000;
const LONGEST_LIST = 2 ** 20;

/** Gathers the attributes of one event, trace or declaration, each with its children after it. */
interface AttributeGatherer {
  readonly attributes: readonly Attribute[];
  begin(): void;
  open(type: string, attributes: string): void;
  close(type: string): void;
}

export function attributeGatherer(refuse: (message: string) => Error): AttributeGatherer {
  let attributes: Attribute[] = [];
  // The attributes that are open, from the outside in; `<values>` of a list is none.
  const open: Attribute[] = [];
  return {
    get attributes() {
      return attributes;
    },
    begin() {
      attributes = [];
      open.length = 0;
    },
    open(type, written) {
      const parent = open.at(-1);
      if (type === 'values') return;
      const value = ownedText(textOf(written, 'value', refuse) ?? '');
      if (parent?.type === 'list' && value !== '') {
        parent.value = parent.value === '' ? value : `${parent.value}, ${value}`;
        if (parent.value.length > LONGEST_LIST) throw refuse(`a list holds more than ${LONGEST_LIST} characters`);
      }
      const key = textOf(written, 'key', refuse) ?? '';
      const attribute = { key: parent === undefined ? key : `${parent.key}/${key}`, type, value };
      open.push(attribute);
      // What a list holds stands in the list; a container holds only its children.
      if (parent?.type === 'list' || type === 'container') return;
      attributes.push(attribute);
      if (attributes.length > MOST) throw refuse(`an event or trace has more than ${MOST} attributes`);
    },
    close(type) {
      if (type !== 'values') open.pop();
    },
  };
}
