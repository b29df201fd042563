// What a page can do beyond being read: sort and filter its tables, list the runs behind a figure, open a proof that a link leads
// to. It asks for nothing from outside, and a page without it is whole. `page-source.ts` is made of it.
(() => {
  const words = JSON.parse(document.getElementById('words').textContent);
  const collator = new Intl.Collator(words.language, { numeric: true });
  const PAGE = 100;
  const FEW = 8;

  const chip = (dimension, names) => fill(words.chip, { dimension, names });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** A cell's value: a number where it says one, else its text; undefined where it is empty. */
  function sortValue(cell) {
    if (cell === undefined) return undefined;
    const text = cell.dataset.v ?? cell.textContent.trim();
    if (text === '' || text === '-') return undefined;
    const number = Number(text.replace(/^(\d{1,3})((?:,\d{3})+)$/, (all) => all.replaceAll(',', '')));
    return Number.isNaN(number) ? text : number;
  }

  /** What is not there comes last, whichever way. */
  function compare(a, b, direction) {
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * collator.compare(String(a), String(b));
  }

  /** Rows of a body that stay together: one that stands by itself with the notes on it. */
  function unitsOf(body) {
    const units = [];
    const head = [];
    const foot = [];
    for (const row of body.rows) {
      if (row.classList.contains('group')) head.push(row);
      else if (row.classList.contains('with') && units.length > 0) units.at(-1).rows.push(row);
      else if (row.classList.contains('note')) foot.push(row);
      else units.push({ rows: [row], cells: row.cells, key: row.dataset.k });
    }
    return { body, head, units, foot };
  }

  /** A table that is sorted and filtered: what is shown is what `fits` and holds the text looked for, up to `limit`. */
  function controlled(table) {
    const bodies = [...table.tBodies].map(unitsOf);
    const all = bodies.reduce((sum, { units }) => sum + units.length, 0);
    const state = { query: '', fits: undefined, column: -1, direction: 0, limit: Number.POSITIVE_INFINITY };
    const listeners = [];

    function matches(unit) {
      if (state.fits !== undefined && !state.fits(unit.key)) return false;
      if (state.query === '') return true;
      unit.text ??= unit.rows
        .map((row) => row.textContent)
        .join(' ')
        .normalize('NFKC')
        .toLowerCase();
      return unit.text.includes(state.query);
    }

    function show() {
      let shown = 0;
      let found = 0;
      const sorted = (units) =>
        state.direction === 0
          ? units
          : units.toSorted((a, b) =>
              compare(sortValue(a.cells[state.column]), sortValue(b.cells[state.column]), state.direction),
            );
      for (const { body, head, units, foot } of bodies) {
        const fitting = sorted(units.filter(matches));
        const visible = fitting.slice(0, Math.max(0, state.limit - shown));
        found += fitting.length;
        shown += visible.length;
        const isWhole = fitting.length === units.length;
        body.replaceChildren(
          ...(visible.length > 0 || isWhole ? head : []),
          ...visible.flatMap(({ rows }) => rows),
          ...(isWhole ? foot : []),
        );
      }
      for (const listener of listeners) listener({ shown, found, all });
    }

    function sortBy(column) {
      const next = state.column === column ? { 1: -1, '-1': 0, 0: 1 }[state.direction] : 1;
      Object.assign(state, { column, direction: next });
      for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
        if (index === column && next !== 0) head.setAttribute('aria-sort', next === 1 ? 'ascending' : 'descending');
        else head.removeAttribute('aria-sort');
      }
      show();
    }

    if (bodies.some(({ units }) => units.length > 1)) {
      for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
        if (head.textContent === '') continue;
        const button = element('button', {
          type: 'button',
          className: 'sort',
          title: fill(words.sort, { column: head.textContent }),
        });
        button.append(...head.childNodes);
        button.addEventListener('click', () => sortBy(index));
        head.replaceChildren(button);
      }
    }
    return { table, all, state, show, onShow: (listener) => listeners.push(listener) };
  }

  /** A field that filters a table by a text, and says how much of it is shown. */
  function addFilter(control) {
    const { table, state, show } = control;
    const name = table.caption?.textContent ?? '';
    const input = element('input', { type: 'search', placeholder: words.filter });
    input.setAttribute('aria-label', fill(words.filterTable, { table: name }));
    const count = element('span', { className: 'count' });
    count.setAttribute('role', 'status');
    input.addEventListener('input', () => {
      state.query = input.value.trim().normalize('NFKC').toLowerCase();
      show();
    });
    control.onShow(({ found, all }) => {
      count.textContent =
        found === all
          ? ''
          : fill(words.shown, { shown: found.toLocaleString(words.language), all: all.toLocaleString(words.language) });
    });
    table.parentElement.before(element('div', { className: 'tools' }, input, count));
  }

  /** A table that does not scroll needs no stop of the keyboard. */
  function settleStops() {
    for (const box of document.querySelectorAll('.scroll')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else if (box.clientWidth > 0) box.removeAttribute('tabindex');
    }
  }

  // The runs behind the figures: which of them is said by the address, so that it can be sent on and the way back works.
  const chapter = document.getElementById('run-chapter');
  const key = chapter === null ? undefined : JSON.parse(document.getElementById('run-key').textContent);
  const wishesOf = (hash) => new URLSearchParams(hash.replace(/^#runs\??/, ''));

  /** The conditions of an address, each with the words of its chip and the wishes that it stands for. */
  function conditionsOf(wishes) {
    const conditions = [];
    const add = (part, names, wish, dimension) => {
      const wanted = wishes.getAll(wish);
      if (wanted.length === 0) return;
      const numbers = new Set(wanted.map((id) => names.findIndex((name) => name.id === id)));
      const titles = wanted.map((id) => names.find((name) => name.id === id)?.title ?? id);
      conditions.push({
        holds: (parts) => numbers.has(Number(parts[part])),
        wishes: [wish],
        label: chip(dimension, titles.join(', ')),
      });
    };
    add(0, key.clocks, 'clock', key.dimensions.clock);
    add(1, key.outcomes, 'outcome', key.dimensions.outcome);
    add(2, key.bands, 'severity', key.dimensions.severity);
    if (wishes.has('by')) {
      // Several breakdowns may begin with the same dimension.
      const index = key.groupings.findIndex(
        ({ by, by2 }) => by.id === wishes.get('by') && (!wishes.has('by2') || by2?.id === wishes.get('by2')),
      );
      const grouping = key.groupings[index];
      const find = (groups, level) =>
        groups?.findIndex(
          ({ id, kind }) => id === (wishes.get(`name${level}`) ?? '') && kind === wishes.get(`kind${level}`),
        ) ?? -1;
      const outer = find(grouping?.groups, '');
      const title = grouping?.groups[outer]?.title ?? wishes.get('name');
      conditions.push({
        holds: (parts) => Number(parts[3 + index]?.split('.')[0]) === outer,
        wishes: ['by', 'kind', 'name', 'by2', 'kind2', 'name2'],
        label: chip(grouping?.by.title ?? wishes.get('by'), title),
      });
      if (wishes.has('by2')) {
        const inner = find(grouping?.groups2, '2');
        conditions.push({
          holds: (parts) => Number(parts[3 + index]?.split('.')[1]) === inner,
          wishes: ['by2', 'kind2', 'name2'],
          label: chip(
            grouping?.by2?.title ?? wishes.get('by2'),
            grouping?.groups2[inner]?.title ?? wishes.get('name2'),
          ),
        });
      }
    }
    return conditions;
  }

  function setRuns(runs, hash) {
    const wishes = wishesOf(hash);
    const conditions = conditionsOf(wishes);
    runs.state.fits =
      conditions.length === 0
        ? undefined
        : (unitKey) => !unitKey.startsWith('-') && conditions.every(({ holds }) => holds(unitKey.split(',')));
    runs.state.limit = PAGE;
    const chips = conditions.map(({ label, wishes: own }) => {
      const rest = new URLSearchParams([...wishes].filter(([name]) => !own.includes(name)));
      const link = element(
        'a',
        { className: 'chip', href: `#runs?${rest}` },
        label,
        element('span', { ariaHidden: 'true' }, ' ✕'),
      );
      link.setAttribute('aria-label', fill(words.remove, { filter: label }));
      return link;
    });
    const box = document.getElementById('chips');
    if (chips.length === 0) box.replaceChildren();
    else
      box.replaceChildren(element('span', {}, words.showing), ...chips, element('a', { href: '#runs' }, words.clear));
    runs.show();
  }

  function addRuns(runs) {
    const more = element('button', { type: 'button', className: 'further' });
    const nothing = element('p', { className: 'nothing', hidden: true }, words.nothing);
    more.addEventListener('click', () => {
      runs.state.limit += 5 * PAGE;
      runs.show();
    });
    runs.onShow(({ shown, found }) => {
      more.hidden = shown === found;
      more.textContent = `${words.more} (${fill(words.moreLeft, { left: (found - shown).toLocaleString(words.language) })})`;
      nothing.hidden = found > 0;
    });
    runs.table.parentElement.after(nothing, more);
  }

  /** Buttons that open and close all that is folded, but for the proofs, of which there may be hundreds. */
  function addFolding() {
    const nav = document.querySelector('nav');
    const parts = [...document.querySelectorAll('details:not(.proof)')];
    if (nav === null || parts.length < 2) return;
    const button = (label, open) => {
      const made = element('button', { type: 'button' }, label);
      made.addEventListener('click', () => {
        for (const part of parts) part.open = open;
      });
      return made;
    };
    nav.append(element('p', { className: 'unfold' }, button(words.openAll, true), button(words.closeAll, false)));
  }

  /** Where an address leads is opened, and the keyboard goes on from there. */
  function follow(runs) {
    const { hash } = location;
    if (/^#runs(\?|$)/.test(hash) && chapter !== null) {
      chapter.open = true;
      if (runs !== undefined) setRuns(runs, hash);
      reach(chapter.querySelector('summary'));
    } else if (hash.length > 1) {
      const target = document.getElementById(hash.slice(1));
      for (let box = target; box !== null && box !== undefined; box = box.parentElement)
        if (box.localName === 'details') box.open = true;
      if (target?.parentElement.localName === 'details') reach(target.parentElement.querySelector('summary'));
    }
    settleStops();
  }

  function reach(target) {
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  let runs;
  for (const table of document.querySelectorAll('table')) {
    const control = controlled(table);
    if (table.id === 'run-table') {
      runs = control;
      control.state.limit = PAGE;
    }
    if (control.all > FEW || table.id === 'run-table') addFilter(control);
  }
  if (runs !== undefined) {
    addRuns(runs);
    setRuns(runs, location.hash.startsWith('#runs') ? location.hash : '');
  }
  addFolding();
  addEventListener('hashchange', () => follow(runs));
  addEventListener('resize', settleStops);
  document.addEventListener('toggle', settleStops, true);
  follow(runs);
})();
