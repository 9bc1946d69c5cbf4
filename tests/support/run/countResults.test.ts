import { expect, test } from 'vitest';
import { countResults } from '#tests/support/run/countResults.ts';

function report(files: { status?: string; tests: Record<string, string> }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status = 'passed', tests }, index) => ({
      name: `file-${index}.test.ts`,
      status,
      message: '',
      assertionResults: Object.entries(tests).map(([fullName, result]) => ({ fullName, status: result })),
    })),
  });
}

test('adds up what passed and what failed', () => {
  const text = report([
    { tests: { a: 'passed', b: 'passed' } },
    { status: 'failed', tests: { c: 'failed' } },
  ]);
  expect(countResults(text, 1)).toEqual({ passed: 2, failed: 1, problems: [] });
});

test.each(['pending', 'skipped', 'todo', 'disabled'])('a test that is %s is a failure', (status) => {
  expect(countResults(report([{ tests: { a: 'passed', b: status } }]), 0)).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('a skipped test that is listed counts neither way', () => {
  const text = report([{ tests: { a: 'passed', b: 'skipped' } }]);
  expect(countResults(text, 0, new Set(['b']))).toEqual({ passed: 1, failed: 0, problems: [] });
});

test('a file that could not be loaded is a failure', () => {
  const text = report([{ tests: { a: 'passed' } }, { status: 'failed', tests: {} }]);
  expect(countResults(text, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('a run without tests is a failure', () => {
  expect(countResults(report([]), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('an error outside of any test is a failure', () => {
  expect(countResults(report([{ tests: { a: 'passed' } }]), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('a run that was killed before it could report is a failure', () => {
  expect(countResults(null, null)).toMatchObject({ passed: 0, failed: 1 });
});
