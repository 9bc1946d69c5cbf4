import { finalisingErrors } from './catalogue/finalisingErrors.ts';
import { importErrors } from './catalogue/importErrors.ts';
import { mailErrors } from './catalogue/mailErrors.ts';
import { oidcErrors } from './catalogue/oidcErrors.ts';
import { peopleErrors } from './catalogue/peopleErrors.ts';
import { reportErrors } from './catalogue/reportErrors.ts';
import { serverErrors } from './catalogue/serverErrors.ts';
import { signInErrors } from './catalogue/signInErrors.ts';
import { structureErrors } from './catalogue/structureErrors.ts';
import { submissionErrors } from './catalogue/submissionErrors.ts';
import { talkErrors } from './catalogue/talkErrors.ts';
import { valueErrors } from './catalogue/valueErrors.ts';

/**
 * Every error the product can answer with, by its stable code. Codes never change meaning; texts may be
 * improved.
 */
export const errorCatalogue = {
  ...serverErrors,
  ...peopleErrors,
  ...signInErrors,
  ...oidcErrors,
  ...reportErrors,
  ...submissionErrors,
  ...finalisingErrors,
  ...talkErrors,
  ...mailErrors,
  ...structureErrors,
  ...valueErrors,
  ...importErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
