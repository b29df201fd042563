import type { Report } from '../../../domain/report.ts';
import type { RunLine } from '../../../domain/run-line.ts';
import { type Catalogue, titleOf } from '../../../locale/catalogue.ts';
import { wordFor } from '../../page.ts';
import { partyName } from '../../views/names.ts';

/** What a number in a row's key stands for: as an address says it, and as a reader does. */
interface Named {
  readonly id: string;
  readonly title: string;
}

/** `kind` beside the name: an employee and a department may share it. */
type NamedGroup = Named & { readonly kind: string };

/** As the page's script knows it. */
interface Legend {
  readonly dimensions: { readonly clock: string; readonly outcome: string; readonly severity: string };
  readonly clocks: readonly Named[];
  readonly outcomes: readonly Named[];
  readonly bands: readonly Named[];
  readonly groupings: readonly {
    readonly by: Named;
    readonly groups: readonly NamedGroup[];
    readonly by2?: Named;
    readonly groups2: readonly NamedGroup[];
  }[];
}

/**
 * Each run as numbers: `0,1,2,3,0.4` is its clock, its outcome, its band and its group in each of the report's groupings, with
 * that in it after a point; `-` begins the key of a run that no figure counts.
 */
export function runKey(
  runs: readonly RunLine[],
  report: Report,
  words: Catalogue,
): { readonly rows: readonly string[]; readonly legend: Legend } {
  const { runs: say } = words.page;
  const titles = new Map(report.clocks.map(({ clock, title }) => [clock, titleOf(title, clock, words)]));
  const clocks = numbering((id) => ({ id, title: titles.get(id) ?? id }));
  const outcomes = numbering((id) => ({ id, title: wordFor(words.outcomes, id) }));
  const bands = numbering((id) => ({ id, title: id === '' ? say.without : wordFor(words.titles, id) }));
  const groupings = report.groups.map(({ by, inner, groups }) => ({
    by: dimension(by, words),
    ...(inner !== undefined && { by2: dimension(inner, words) }),
    outer: groupNumbering(groups, words),
    inner: groupNumbering(
      groups.flatMap((group) => group.groups ?? []),
      words,
    ),
  }));
  const rows = runs.map((run) => {
    const groups = run.groups.map((group, index) => {
      const [outer, inner] = [
        groupings[index]?.outer.of(group),
        group.inner && groupings[index]?.inner.of(group.inner),
      ];
      return inner === undefined ? outer : `${outer}.${inner}`;
    });
    const parts = [clocks.of(run.clock), outcomes.of(run.outcome), bands.of(run.severity ?? ''), ...groups];
    return (run.isCounted ? '' : '-') + parts.join(',');
  });
  return {
    rows,
    legend: {
      dimensions: { clock: say.clock, outcome: say.outcome, severity: say.severity },
      clocks: clocks.all,
      outcomes: outcomes.all,
      bands: bands.all,
      groupings: groupings.map(({ outer, inner, ...named }) => ({ ...named, groups: outer.all, groups2: inner.all })),
    },
  };
}

function dimension(by: string, words: Catalogue): Named {
  return { id: by, title: words.asTitle(wordFor(words.fields, by)) };
}

interface Party {
  readonly kind: string;
  readonly name: string;
}

function groupNumbering(groups: readonly (Party & { readonly title?: string })[], words: Catalogue) {
  const key = ({ kind, name }: Party) => JSON.stringify([kind, name]);
  const titles = new Map(groups.map((group) => [key(group), group.title]));
  const { of, all } = numbering((id): NamedGroup => {
    const [kind = '', name = ''] = JSON.parse(id) as string[];
    return { id: name, kind, title: partyName(kind, name, words, titles.get(id)) };
  });
  return { of: (group: Party) => of(key(group)), all };
}

/** Numbers from 0, in the order in which they are asked for. */
function numbering<Name>(named: (id: string) => Name): { of: (id: string) => number; all: readonly Name[] } {
  const numbers = new Map<string, number>();
  const all: Name[] = [];
  return {
    all,
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, all.length);
      all.push(named(id));
      return all.length - 1;
    },
  };
}
