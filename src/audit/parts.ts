import type { Proof } from '../domain/proof.ts';
import type { ExhibitNotes } from './exhibits.ts';
import type { ReportTotals } from './reporting.ts';
import type { WalkTotals } from './walk.ts';

/** What some of the tickets come to, to be merged with what the others do. Plain values. */
export interface AuditedPart {
  readonly exhibits: ExhibitNotes;
  readonly totals: ReportTotals;
  readonly walk: WalkTotals;
  readonly proofs: KeptProofs;
}

/** Proofs of the tickets that a page may show; what follows from their breaches is known when all parts are together. */
export interface KeptProofs {
  /** How the export was read: one for all. */
  readonly records?: Proof['records'];
  readonly proofs: readonly Omit<Proof, 'records'>[];
}

export function keptProofs(proofs: readonly Proof[]): KeptProofs {
  const [first] = proofs;
  return {
    ...(first?.records !== undefined && { records: first.records }),
    proofs: proofs.map(({ records: _, ...proof }) => proof),
  };
}

export function keptProof(parts: readonly AuditedPart[], ticket: string): Proof | undefined {
  for (const { proofs } of parts) {
    const proof = proofs.proofs.find((each) => each.ticket === ticket);
    if (proof !== undefined) return { ...proof, ...(proofs.records !== undefined && { records: proofs.records }) };
  }
  return undefined;
}
