import type { HttpTry } from '../Try.ts';
import { accountTries } from './accountTries.ts';
import { cityTries } from './cityTries.ts';
import { exportTries } from './exportTries.ts';
import { finalisingTries } from './finalisingTries.ts';
import { historyTries } from './historyTries.ts';
import { mailTries } from './mailTries.ts';
import { oidcTries } from './oidcTries.ts';
import { reportTries } from './reportTries.ts';
import { submissionTries } from './submissionTries.ts';
import { talkTries } from './talkTries.ts';
import { versionTries } from './versionTries.ts';

/** Every way of doing anything over HTTP. A route that is in none of these files fails the test. */
export const httpTries: readonly HttpTry[] = [
  ...accountTries,
  ...oidcTries,
  ...cityTries,
  ...reportTries,
  ...historyTries,
  ...exportTries,
  ...submissionTries,
  ...finalisingTries,
  ...talkTries,
  ...mailTries,
  ...versionTries,
];
