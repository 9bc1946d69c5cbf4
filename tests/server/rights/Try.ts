import type { AccessAction } from '#shared/access/accessActions.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { PersonName } from './people.ts';
import type { RightsTown } from './RightsTown.ts';

/**
 * What one meets: to be let in, or the code of the refusal. `refused` is a refusal that the path has no
 * words for; anything else (`unexpected …`) is no answer a try may have.
 */
export type Outcome = 'yes' | 'refused' | ErrorCode | `unexpected ${string}`;

/** What a route asks: `can`, that somebody is signed in, or nothing. */
export type Asked = AccessAction | 'signed-in' | 'everybody';

/**
 * One way of doing an action over HTTP, harmless enough to be done by everybody in turn. Every route of
 * `buildApiRoutes` has one at least; a route whose right depends on what is sent has one for each right.
 */
export type HttpTry = {
  /** Method and path as in `buildApiRoutes`: `get /api/reports/:reportId`. */
  route: string;
  /** What tells it from another try of the same route. */
  note?: string;
  asks: Asked;
  /**
   * What whoever has the right meets: a status, or the code of an error that comes only after rights are
   * decided («there is no such user»). Several when it depends on the person.
   */
  meets: number | ErrorCode | readonly (number | ErrorCode)[];
  /** In place of `:name`; `:reportId` and `:organisationId` are filled in where nothing is said. */
  params?: Record<string, string>;
  /** With its question mark. */
  query?: string;
  body?: unknown | ((who: PersonName, town: RightsTown) => unknown);
  /** Open to who must set up a second factor first. */
  isForSecuring?: true;
  /** Asked as a stream, of which the first line is the answer: a file takes a second to make. */
  isStream?: true;
  /** Ends the session it comes with: tried with one made for it. */
  endsSession?: true;
  /** Done before each person's turn. */
  prepare?: (town: RightsTown) => Promise<void>;
};
