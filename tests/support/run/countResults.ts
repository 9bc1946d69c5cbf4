import { z } from 'zod';

/** What the test runner reads of vitest's JSON report; the rest of it is ignored. */
const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export type Outcome = { passed: number; failed: number; problems: string[] };

/**
 * Counts one vitest run so that nothing can pass unseen: a skipped test, a file that could not be
 * loaded, a run without tests, a run without a report, and an error outside of any test each count as
 * a failure. `problems` says so for the failures that vitest itself does not print as one.
 *
 * @param reportText the JSON report, or null when vitest wrote none
 * @param exitCode the exit code of vitest, or null when it was killed
 * @param allowedSkips full names of tests that may be skipped; they count neither way
 */
export function countResults(
  reportText: string | null,
  exitCode: number | null,
  allowedSkips: ReadonlySet<string> = new Set(),
): Outcome {
  if (reportText === null) return failure(`vitest ended with ${exitCode ?? 'a signal'} and left no report`);
  const report = VitestReport.parse(JSON.parse(reportText));
  const outcome: Outcome = { passed: 0, failed: 0, problems: [] };
  let found = 0;
  for (const file of report.testResults) {
    let failedHere = 0;
    for (const { fullName, status } of file.assertionResults) {
      found += 1;
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') failedHere += 1;
      else if (!allowedSkips.has(fullName)) {
        failedHere += 1;
        outcome.problems.push(`did not run (${status}): ${fullName}`);
      }
    }
    if (failedHere === 0 && file.status === 'failed') {
      failedHere = 1;
      outcome.problems.push(`failed outside its tests: ${file.name} ${file.message}`);
    }
    outcome.failed += failedHere;
  }
  if (found === 0) {
    outcome.failed += 1;
    outcome.problems.push('no tests were found');
  }
  if (exitCode !== 0 && outcome.failed === 0) {
    outcome.failed = 1;
    outcome.problems.push(
      `every test passed, but vitest ended with ${exitCode ?? 'a signal'}: see its output`,
    );
  }
  return outcome;
}

function failure(problem: string): Outcome {
  return { passed: 0, failed: 1, problems: [problem] };
}
