import { codes, type Kind } from '../diagnostics/codes.ts';
import type { Audit } from '../run.ts';
import type { AppearanceRequest } from './appearance.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { tellFindings } from './findings.ts';
import type { QualityRequest } from './reading-options.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/**
 * Holds the exports against what is demanded of them, before there is any result. `--strict`: no finding that may change a figure,
 * of reading or of judging, and nothing about the files that had to be assumed and can be stated. Notes of facts (a row of
 * totals, two snapshots that overlap) only tell. `--max-bad`: of all rows at most this share unusable.
 */
export async function demandQuality(
  world: World,
  audit: Audit,
  request: QualityRequest & AppearanceRequest & { readonly quiet?: boolean },
): Promise<ExitCode | undefined> {
  const { strict = false, maxBad } = request;
  const complaints: string[] = [];
  const { read, faulty } = audit.rows;
  if (maxBad !== undefined && faulty > maxBad * read) {
    complaints.push(
      `${faulty} of ${read} rows cannot be used, ${percent(faulty / read)}; --max-bad allows ${percent(maxBad)}`,
    );
  }
  if (strict) {
    // What judging finds is complete once every ticket was judged.
    for (const _ of audit.verdicts());
    const grave = audit.findings().filter(({ code }) => isGrave(codes[code]));
    const count = grave.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
    if (count > 0) complaints.push(`${count} ${count === 1 ? 'finding' : 'findings'}, and --strict allows none`);
  }
  if (complaints.length === 0) return undefined;
  await tellFindings(world, audit.policy, audit.findings(), request);
  await tell(world, complaints.map((complaint) => `slaudit: ${complaint}\n`).join(''));
  await tell(world, '  Nothing was written. All findings with their places: slaudit report --view quality …\n');
  return EXIT.unusableExport;
}

function isGrave(kind: Kind): boolean {
  return kind.severity !== 'note' || kind.isAssumption === true;
}

/** Rounded up to hundredths of a percent: what is beyond a share must not be printed as that share. */
function percent(share: number): string {
  return `${Math.ceil(share * 10_000 - 1e-9) / 100}%`;
}
