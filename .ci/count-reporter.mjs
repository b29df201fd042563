/** Ends a run with the one line that a machine reads: `N passed, N failed`. */
export default class CountReporter {
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
      }
    }
    this.line = `${passed} passed, ${failed} failed`;
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
