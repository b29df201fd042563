import { describe, expect, test } from 'vitest';
import { parseCommand, parseShows, splitWords } from './case.ts';

describe('cmd', () => {
  test('is comment lines and one command line', () => {
    expect(parseCommand('a/b', "# 1 + 1 = 2\nslaudit evaluate -p 'my policy.yaml' $OUT\n")).toEqual([
      'evaluate',
      '-p',
      'my policy.yaml',
      '$OUT',
    ]);
  });

  test.each([
    ['no sum', 'slaudit report\n'],
    ['no command', '# a sum\n'],
    ['two commands', '# a sum\nslaudit report\nslaudit check\n'],
    ['another program', '# a sum\nrm x\n'],
  ])('is refused with %s', (_, text) => {
    expect(() => parseCommand('a/b', text)).toThrow('a/b/cmd');
  });

  test('quotes keep blanks and each other', () => {
    expect(splitWords(`a "b 'c' d" 'e "f"'g  h`)).toEqual(['a', "b 'c' d", 'e "f"g', 'h']);
  });

  test('says in its last comment line what it shows', () => {
    expect(parseShows('a/b', '# 1 + 1 = 2\n# Shows: A5, S4 later\nslaudit report\n')).toEqual(['A5', 'S4 later']);
    expect(parseShows('a/b', '# a sum\nslaudit report\n')).toEqual([]);
  });

  test.each([
    ['not last', '# Shows: A5\n# a sum\nslaudit report\n'],
    ['twice', '# Shows: A5\n# Shows: A6\nslaudit report\n'],
    ['in another spelling', '# shows A5\nslaudit report\n'],
  ])('is refused where it says so %s', (_, text) => {
    expect(() => parseShows('a/b', text)).toThrow('a/b/cmd');
  });
});
