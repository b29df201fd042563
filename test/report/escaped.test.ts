import { expect, test } from 'vitest';
import { renderPage } from '../../src/report/formats/terminal.ts';
import type { Page } from '../../src/report/page.ts';
import { proofPage } from '../../src/report/proof-page.ts';
import { views } from '../../src/report/views/views.ts';
import { crowded, detailed, findings, october, reread } from './october.ts';
import { ops118 } from './ops-118.ts';
import { escaped, pseudo } from './pseudo.ts';

/** Instants and all that the policy and the export say themselves: theirs to word. */
const OWN = [
  ...['售后服务响应时限控制制度', 'First response', 'First solution by the department after hand-over', 'Resolution'],
  ...[
    '轻微',
    '严重',
    '李晓明',
    '王芳',
    'OPS-118',
    'OPS-207',
    'tickets.csv',
    'created',
    'resolved',
    'chat',
    'large',
    'phone',
  ],
  // Readings are named as the policy writes them.
  ...['boundary: exclusive', 'inclusive', 'reopen: first', 'continue', 'cycle'],
  ...findings.map(({ message }) => message),
  // Titles of findings are the registry's own in English.
  ...october.findings.map(({ title }) => title),
];

const reader = { words: pseudo, local: () => '', width: 1000, colour: false };

const pages: [string, Page][] = [
  ...Object.entries(views).map(([name, { page }]): [string, Page] => [
    name,
    page({ report: october, findings }, reader),
  ]),
  ['a summary with each group’s clocks', views.summary.page({ report: detailed, findings }, reader)],
  ['a report read otherwise', views.sensitivity.page({ report: reread, findings }, reader)],
  ['a summary of a hundred employees', views.summary.page({ report: crowded(100), findings }, reader)],
  ['proof', proofPage(ops118, reader)],
];

test.each(pages)('every word of %s comes from the catalogue', (_, page) => {
  let rest = escaped(renderPage(page, reader));
  for (const own of OWN.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(own, '');
  rest = rest.replaceAll(/\d{4}-\d\d-\d\d[ T][\d:.]+Z/g, '');
  expect(rest.match(/\p{Letter}+/gu) ?? []).toEqual([]);
});
