// Who may import whom. A room's rule lists the rooms it may know; itself is always among them.
const rooms = {
  domain: [],
  diagnostics: ['domain', 'locale'],
  calendar: ['domain', 'diagnostics'],
  locale: ['domain'],
  policy: ['domain', 'diagnostics', 'calendar'],
  ingest: ['domain', 'diagnostics', 'calendar'],
  timeline: ['domain', 'diagnostics', 'calendar'],
  clock: ['domain', 'diagnostics', 'calendar', 'timeline'],
  people: ['domain', 'diagnostics', 'calendar', 'timeline'],
  consequence: ['domain', 'diagnostics', 'calendar'],
  figures: ['domain', 'diagnostics', 'calendar'],
  drafting: ['domain', 'diagnostics'],
  privacy: ['domain'],
  report: ['domain', 'locale'],
};
const stages = Object.keys(rooms);

/** Puts the stages in order. */
const order = '(run\\.ts$|audit/)';

/** Outside packages and their only homes, as patterns of paths. */
const homes = {
  yaml: 'src/policy/',
  zod: 'src/policy/',
  'csv-parse': 'src/ingest/',
  hucre: 'src/(ingest/|report/formats/xlsx)',
  echarts: 'src/report/formats/html/',
  sax: 'src/ingest/',
  yauzl: 'src/ingest/',
  luxon: 'src/calendar/',
  'date-holidays': 'src/calendar/',
  commander: 'src/cli/',
  ora: 'src/cli/',
  chalk: 'src/(cli/|report/formats/terminal)',
  'cli-table3': 'src/(cli/|report/formats/terminal)',
};

/** Modules of node that compute only, and their home. All others touch the world. */
const pure = { crypto: 'src/(privacy|cli)/', zlib: 'src/(ingest|cli/verifying)/', buffer: 'src/ingest/', stream: 'src/ingest/', 'stream/promises': 'src/ingest/' };

export default {
  forbidden: [
    ...Object.entries(rooms).map(([room, known]) => ({
      name: `${room}-knows-only-its-own`,
      comment: `${room}/ may know ${['itself', ...known].join(', ')}: data walks through the rooms in one direction. Move what you need, or pass it as an argument from run.ts.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...known].join('|')})/` },
    })),
    {
      name: 'run-knows-stages-only',
      comment:
        'run.ts is the program on one page, and audit/ puts the stages in order for it: exhibits.ts what exports say as a whole, companions.ts the files beside them, judging.ts one ticket after another, with courtroom.ts and walk.ts, consequences.ts what comes after, reporting.ts what is told of it, parts.ts the same made elsewhere, auditing.ts all of them together, comparing.ts two of them side by side, inspecting.ts what comes before a policy and hiding.ts what takes the names out of results. They know nothing of the command line.',
      severity: 'error',
      from: { path: `^src/${order}` },
      to: { path: '^src/', pathNot: `^src/((${stages.join('|')})/|audit/)` },
    },
    {
      name: 'only-cli-knows-run',
      comment: 'Stages are parts of the program, not its callers.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(cli/|${order})` },
      to: { path: `^src/(${order}|cli/)` },
    },
    {
      name: 'cli-leaves-judging-to-run',
      comment:
        'The command line reads arguments and writes results. What is true it asks run.ts (and comparing.ts and inspecting.ts of audit/, which few commands need), never a stage; of figures it knows the names for --by and which runs are counted in a period.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/((policy|ingest|drafting|timeline|clock|people|consequence)/|audit/(?!(comparing|inspecting)\\.ts$))' },
    },
    {
      name: 'only-cli-touches-the-world',
      comment: 'Files, processes and networks are the command line’s. Stages are pure functions of their arguments.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'], pathNot: `^(${Object.keys(pure).join('|')})$` },
    },
    ...Object.entries(pure).map(([name, home]) => ({
      name: `${name.replace('/', '-')}-has-one-home`,
      comment: `${name} computes only, and is needed in ${home} alone.`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^${home}` },
      to: { path: `^${name}$` },
    })),
    ...Object.entries(homes).map(([name, home]) => ({
      name: `${name}-has-one-home`,
      comment: `The package ${name} is known in ${home} alone, so that replacing it touches one room.`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^${home}` },
      to: { path: `(^|/)node_modules/${name}/` },
    })),
    {
      name: 'no-other-packages',
      comment: 'A package without a home in the table above. Give it one, with a reason in docs/decisions.md.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: `(^|/)node_modules/(${Object.keys(homes).join('|')})/` },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere would escape every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-the-program',
      comment: 'What the program needs lies in src/.',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { path: '^(test|fixtures)/' },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
