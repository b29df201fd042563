import type { Place } from '../domain/diagnostic.ts';
import { PRIVACY_CLASSES, type PrivacyClass, type PrivacyRules } from '../domain/privacy.ts';
import type { Complaints } from './complaints.ts';
import { checkField, type Names } from './names.ts';
import { child, itemsOf, keyPlace, type Tree, wordsOf } from './tree.ts';

/** What stands for the ids of tickets. */
const TICKET = 'ticket';

/** Which fields hold people, customers and free text (E2). A field stands in one class. */
export function readPrivacy(policy: Tree, names: Names, found: Complaints): PrivacyRules | undefined {
  const tree = child(policy, 'privacy');
  if (tree === undefined) return undefined;
  const fields = new Map<string, PrivacyClass>();
  const places = new Map<string, Place>();
  for (const is of PRIVACY_CLASSES) {
    for (const words of itemsOf(child(tree, is)).flatMap((item) => wordsOf(item) ?? [])) {
      checkField(words, names.fields && [...names.fields, TICKET], found);
      const first = places.get(words.text);
      const before = fields.get(words.text);
      if (first !== undefined && before !== is) {
        const hint = `It is one of ${before} in line ${first.line}. A field is in one class.`;
        found.add('duplicate-id', words.place, `the field "${words.text}" is in two classes`, hint);
      }
      fields.set(words.text, is);
      places.set(words.text, words.place);
    }
  }
  return { fields, place: keyPlace(policy, 'privacy') ?? tree.place };
}
