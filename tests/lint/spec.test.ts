import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/tools/projectRoot.ts';

/**
 * docs/SPEC.md and the tests say the same: when a rule and its test disagree, one of them is wrong. A
 * rule is a line that begins with its number in bold; a test proves a rule by naming it in its title.
 */
const spec = readFileSync(join(projectRoot, 'docs/SPEC.md'), 'utf8');
const ruleIds = [...spec.matchAll(/^(?:- )?\*\*([A-Z][A-Z0-9]{2}-\d+)\*\*/gm)].map(([, id]) => String(id));
const areas = new Set(ruleIds.map((id) => id.slice(0, 3)));

const namedInTests = new Set(
  globSync('tests/**/*.{ts,tsx}', { cwd: projectRoot, exclude: ['tests/lint/**'] })
    .flatMap((file) => [
      ...readFileSync(join(projectRoot, file), 'utf8').matchAll(/(['"`])(?:(?!\1)[^\n])+\1/g),
    ])
    .flatMap(([text]) => [...text.matchAll(/\b[A-Z][A-Z0-9]{2}-\d+\b/g)].map(([id]) => id))
    .filter((id) => areas.has(id.slice(0, 3))),
);

test('every rule has one number of its own', () => {
  expect(ruleIds.length).toBeGreaterThan(0);
  expect(ruleIds.filter((id, index) => ruleIds.indexOf(id) !== index)).toEqual([]);
});

test('every rule is proven by a test that names it', () => {
  expect(ruleIds.filter((id) => !namedInTests.has(id))).toEqual([]);
});

test('every rule that a test names stands in the specification', () => {
  expect([...namedInTests].filter((id) => !ruleIds.includes(id)).sort()).toEqual([]);
});
