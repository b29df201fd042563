/** A published JSON Schema, draft 2020-12. Its file is printed by test/setup/json-schemas.ts; `load` has it in the program. */
export interface PublishedSchema {
  /** What it is the schema of, as the command that writes it. */
  readonly title: string;
  readonly load: () => Promise<unknown>;
}

/** Every schema there is, by the name that `slaudit schema` knows it by. */
export const schemas = {
  report: {
    title: 'slaudit report -f json; its record: a line of -f ndjson',
    load: async () => (await import('../../../docs/schemas/report.json', { with: { type: 'json' } })).default,
  },
  sensitivity: {
    title: 'slaudit report --sensitivity -f ndjson; JSON is that of report',
    load: async () => (await import('../../../docs/schemas/sensitivity.json', { with: { type: 'json' } })).default,
  },
  clocks: {
    title: 'slaudit report --view clocks -f json',
    load: async () => (await import('../../../docs/schemas/clocks.json', { with: { type: 'json' } })).default,
  },
  objectives: {
    title: 'slaudit report --view objectives -f json',
    load: async () => (await import('../../../docs/schemas/objectives.json', { with: { type: 'json' } })).default,
  },
  severity: {
    title: 'slaudit report --view severity -f json',
    load: async () => (await import('../../../docs/schemas/severity.json', { with: { type: 'json' } })).default,
  },
  tickets: {
    title: 'slaudit report --view tickets -f json',
    load: async () => (await import('../../../docs/schemas/tickets.json', { with: { type: 'json' } })).default,
  },
  satisfaction: {
    title: 'slaudit report --view satisfaction -f json',
    load: async () => (await import('../../../docs/schemas/satisfaction.json', { with: { type: 'json' } })).default,
  },
  trend: {
    title: 'slaudit report --view trend -f json',
    load: async () => (await import('../../../docs/schemas/trend.json', { with: { type: 'json' } })).default,
  },
  steps: {
    title: 'slaudit report --view steps -f json',
    load: async () => (await import('../../../docs/schemas/steps.json', { with: { type: 'json' } })).default,
  },
  load: {
    title: 'slaudit report --view load -f json',
    load: async () => (await import('../../../docs/schemas/load.json', { with: { type: 'json' } })).default,
  },
  'hand-overs': {
    title: 'slaudit report --view hand-overs -f json',
    load: async () => (await import('../../../docs/schemas/hand-overs.json', { with: { type: 'json' } })).default,
  },
  pauses: {
    title: 'slaudit report --view pauses -f json',
    load: async () => (await import('../../../docs/schemas/pauses.json', { with: { type: 'json' } })).default,
  },
  breaches: {
    title: 'slaudit report --view breaches -f json',
    load: async () => (await import('../../../docs/schemas/breaches.json', { with: { type: 'json' } })).default,
  },
  penalties: {
    title: 'slaudit report --view penalties -f json',
    load: async () => (await import('../../../docs/schemas/penalties.json', { with: { type: 'json' } })).default,
  },
  compensation: {
    title: 'slaudit report --view compensation -f json',
    load: async () => (await import('../../../docs/schemas/compensation.json', { with: { type: 'json' } })).default,
  },
  rewards: {
    title: 'slaudit report --view rewards -f json',
    load: async () => (await import('../../../docs/schemas/rewards.json', { with: { type: 'json' } })).default,
  },
  consequences: {
    title: 'slaudit report --view consequences -f json',
    load: async () => (await import('../../../docs/schemas/consequences.json', { with: { type: 'json' } })).default,
  },
  source: {
    title: 'slaudit report --view source -f json',
    load: async () => (await import('../../../docs/schemas/source.json', { with: { type: 'json' } })).default,
  },
  quality: {
    title: 'slaudit report --view quality -f json',
    load: async () => (await import('../../../docs/schemas/quality.json', { with: { type: 'json' } })).default,
  },
  provenance: {
    title: 'slaudit report --view provenance -f json',
    load: async () => (await import('../../../docs/schemas/provenance.json', { with: { type: 'json' } })).default,
  },
  verdicts: {
    title: 'slaudit evaluate -f json; its record: a line of -f ndjson',
    load: async () => (await import('../../../docs/schemas/verdicts.json', { with: { type: 'json' } })).default,
  },
  part: {
    title: 'slaudit evaluate --partial',
    load: async () => (await import('../../../docs/schemas/part.json', { with: { type: 'json' } })).default,
  },
  proof: {
    title: 'slaudit explain -f json',
    load: async () => (await import('../../../docs/schemas/proof.json', { with: { type: 'json' } })).default,
  },
  due: {
    title: 'slaudit due -f json',
    load: async () => (await import('../../../docs/schemas/due.json', { with: { type: 'json' } })).default,
  },
  check: {
    title: 'slaudit check -f json',
    load: async () => (await import('../../../docs/schemas/check.json', { with: { type: 'json' } })).default,
  },
  compare: {
    title: 'slaudit compare -f json',
    load: async () => (await import('../../../docs/schemas/compare.json', { with: { type: 'json' } })).default,
  },
  diff: {
    title: 'slaudit diff -f json',
    load: async () => (await import('../../../docs/schemas/diff.json', { with: { type: 'json' } })).default,
  },
  inspect: {
    title: 'slaudit inspect -f json',
    load: async () => (await import('../../../docs/schemas/inspect.json', { with: { type: 'json' } })).default,
  },
  verify: {
    title: 'slaudit verify -f json',
    load: async () => (await import('../../../docs/schemas/verify.json', { with: { type: 'json' } })).default,
  },
  status: {
    title: 'the line of --status',
    load: async () => (await import('../../../docs/schemas/status.json', { with: { type: 'json' } })).default,
  },
  manifest: {
    title: 'what --manifest writes beside a result',
    load: async () => (await import('../../../docs/schemas/manifest.json', { with: { type: 'json' } })).default,
  },
} as const satisfies Record<string, PublishedSchema>;

export type SchemaName = keyof typeof schemas;
