import { expect, test } from 'vitest';
import { listedVersions } from '../../src/policy/version-files.ts';

/** The paths that a text lists, `undefined` where it is no list, and its faults as code and place. */
function listed(text: string) {
  const { value, diagnostics } = listedVersions('list.yaml', text);
  return {
    paths: value?.map((words) => words.text),
    faults: diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
  };
}

test.each([
  ['- a.yaml\n- b.yaml\n', ['a.yaml', 'b.yaml']],
  ['[a.yaml, "b.yaml"]\n', ['a.yaml', 'b.yaml']],
  ['\uFEFF# versions\n\n---\n- a.yaml # the first\r\n- b.yaml\r\n', ['a.yaml', 'b.yaml']],
  ['- a.yaml\n---\n', ['a.yaml']],
  ['slaudit: 1\n', undefined],
  ['slaudit: 1\n---\nslaudit: 1\n', undefined],
])('%j lists %j', (text, paths) => {
  expect(listed(text)).toEqual({ paths, faults: [] });
});

test.each([
  ['an empty list', '# none\n[]\n', 'bad-value 2:1'],
  ['a map in place of a path', '- a.yaml\n- {file: b.yaml}\n', 'bad-value 2:3'],
  ['a second list, which would be passed over in silence', '- a.yaml\n---\n- b.yaml\n', 'bad-value 3:1'],
])('%s is a fault', (_, text, fault) => {
  expect(listed(text).faults).toEqual([fault]);
});
