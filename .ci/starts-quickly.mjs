import { join } from 'node:path';

const instead = (name) => ({ path: join(import.meta.dirname, 'instead', `${name}.mjs`) });

/** What packages load of Node, and never use here, takes longer than printing the help, or reading a small file. */
export const startsQuickly = {
  name: 'starts-quickly',
  setup({ onResolve }) {
    // The network comes with it.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander/.test(importer) ? instead('child-process') : undefined,
    );
    // Terminals, and with them the network.
    onResolve({ filter: /^#supports-color$/ }, () => instead('supports-color'));
  },
};
