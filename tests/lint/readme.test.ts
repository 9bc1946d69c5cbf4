import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settings } from '#server/config/settings.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';

const readText = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const readme = readText('README.md');
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

describe('README.md', () => {
  test.each(Object.entries(settings))('lists the setting %s with its default', (name, setting) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row, `a row of the table of settings for ${name}`).toBeDefined();
    if (setting.default !== '') expect(row).toContain(`\`${setting.default}\``);
  });

  test.each(Object.keys(scripts))('lists the script %s', (name) => {
    expect(readme).toContain(['start', 'test'].includes(name) ? `\`npm ${name}\`` : `\`npm run ${name}`);
  });

  test('names no script and no setting that is not there', () => {
    const namedScripts = [...readme.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => String(name));
    expect(namedScripts.filter((name) => !(name in scripts))).toEqual([]);
    const namedSettings = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => String(name));
    expect(namedSettings.filter((name) => !(name in settings))).toEqual([]);
  });
});

describe('every link between the documents leads somewhere', () => {
  const documents = [
    'README.md',
    'docs/ARCHITECTURE.md',
    'docs/SPEC.md',
    'docs/PROTOCOL.md',
    'docs/RIGHTS.md',
    'docs/DATA-FORMAT.md',
    'docs/OPEN-DATA.md',
  ];
  test.each(documents)('%s', (document) => {
    const targets = [...readText(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) =>
      String(target),
    );
    const missing = targets.filter((target) => !existsSync(join(projectRoot, dirname(document), target)));
    expect(missing).toEqual([]);
  });
});
