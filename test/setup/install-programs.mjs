// The programs that tests open results with: a browser for pages, fonts for Chinese, a spreadsheet for workbooks. Installs from the
// system's packages what is missing, if it may; says in a sentence what to do where it may not. Nothing happens where all is there.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const wanted = [
  {
    what: 'chromium',
    packages: ['chromium'],
    isThere: () => process.env.CHROMIUM !== undefined || isOnPath('chromium'),
  },
  { what: 'fonts for Chinese', packages: ['fonts-noto-cjk'], isThere: hasChineseFont },
  { what: 'LibreOffice Calc', packages: ['libreoffice-calc'], isThere: () => isOnPath('soffice') && hasCalc() },
];

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', stdio: 'pipe' }).trim() !== '';
  } catch {
    return false;
  }
}

function hasCalc() {
  return (
    process.platform !== 'linux' ||
    !existsSync('/usr/lib/libreoffice/program') ||
    existsSync('/usr/lib/libreoffice/program/libsclo.so')
  );
}

function install(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words) => {
    const [program, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

const missing = wanted.filter(({ isThere }) => !isThere());
if (missing.length > 0) {
  const packages = missing.flatMap((each) => each.packages);
  process.stdout.write(`programs: installing ${packages.join(', ')}\n`);
  try {
    if (!isOnPath('apt-get')) throw new Error('there is no apt-get here');
    install(packages);
  } catch (error) {
    const names = missing.map(({ what }) => what).join(', ');
    process.stderr.write(
      `programs: tests need ${names}, and installing them failed: ${error.message.split('\n')[0]}\n` +
        `  Install them by hand (Debian: apt-get install ${packages.join(' ')}); CHROMIUM=/path/to/chrome names another browser.\n`,
    );
    process.exitCode = 1;
  }
}
if (process.exitCode === undefined) process.stdout.write('programs: all there\n');
