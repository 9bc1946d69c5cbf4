import { type AccessAction, accessActions } from '#shared/access/accessActions.ts';
import { type AccessRequest, can } from '#shared/access/can.ts';
import { UserId } from '#shared/model/ids.ts';
import { type PersonName, type Places, personNames, personOf } from './people.ts';
import { type SituationName, situationNames, situations } from './situations.ts';
import type { Asked, HttpTry, Outcome } from './Try.ts';

/** One way of coming to the server. */
export type PathKind = 'http' | 'websocket' | 'gateway';

export type Outcomes = Record<string, Partial<Record<PersonName, Outcome>>>;

/** The situations that an action may depend on; one where it depends on none. */
export function listSituations(asks: Asked): readonly SituationName[] {
  if (asks === 'everybody' || asks === 'signed-in') return ['draft'];
  switch (accessActions[asks].about) {
    case 'city':
      return ['draft'];
    case 'sheet':
      return situationNames;
    default:
      return ['draft', 'finalised'];
  }
}

/** What `can` says of a person who is known to the server. */
export function decide(
  who: PersonName,
  action: AccessAction,
  situation: SituationName,
  places: Places,
): Outcome {
  const { memberships, isAdministrator = false } = personOf(who);
  const actor = {
    userId: UserId.parse(who),
    name: who,
    isAdministrator,
    memberships: memberships(places),
  };
  const { status, isChanged, reportStatus } = situations[situation];
  const { reportId, organisationId } = places;
  // More than any one action looks at: each takes what it needs.
  const sheet = { organisationId, status, isChanged };
  const request = { action, reportId, reportStatus, ...sheet, responsible: [organisationId] };
  const decision = can(actor, request as AccessRequest);
  return decision.allowed ? 'yes' : decision.reason;
}

/** Who the server takes somebody for, over each path; a refusal when it takes them for nobody. */
export function identify(who: PersonName, path: PathKind): 'known' | 'nobody' | Outcome {
  const { identity, isUnsecured = false } = personOf(who);
  const hasSession = identity === 'session';
  const hasToken = identity === 'session' || identity === 'token';
  switch (path) {
    case 'http':
      if (identity === 'revoked token') return 'token.invalid';
      return hasSession || identity === 'token' ? 'known' : 'nobody';
    case 'websocket':
      return hasSession && !isUnsecured ? 'known' : 'session.required';
    case 'gateway':
      return hasToken ? 'known' : 'token.invalid';
  }
}

/** What everybody should meet at one HTTP try, in every situation it may depend on. */
export function computeHttpOutcomes({ asks, isForSecuring }: HttpTry, places: Places): Outcomes {
  const one = (who: PersonName, situation: SituationName): Outcome => {
    const identified = identify(who, 'http');
    if (identified !== 'known' && identified !== 'nobody') return identified;
    if (asks === 'everybody') return 'yes';
    if (identified === 'nobody') return 'session.required';
    if (personOf(who).isUnsecured && !isForSecuring) return 'session.factor-required';
    return asks === 'signed-in' ? 'yes' : decide(who, asks, situation, places);
  };
  return tabulate(listSituations(asks), one);
}

/** The same of a document: to read it, or to write in it, which a reader is refused without a word. */
export function computeDocumentOutcomes(
  path: 'websocket' | 'gateway',
  type: 'sheet' | 'narrative',
  deed: 'read' | 'write',
  places: Places,
): Outcomes {
  const one = (who: PersonName, situation: SituationName): Outcome => {
    const identified = identify(who, path);
    if (identified !== 'known') return identified as Outcome;
    const read = decide(who, `${type}.read`, situation, places);
    if (deed === 'read' || read !== 'yes') return read;
    return decide(who, `${type}.write`, situation, places) === 'yes' ? 'yes' : 'refused';
  };
  return tabulate(listSituations(`${type}.write`), one);
}

function tabulate(
  names: readonly SituationName[],
  one: (who: PersonName, situation: SituationName) => Outcome,
): Outcomes {
  return Object.fromEntries(
    names.map((situation) => [
      situation,
      Object.fromEntries(personNames.map((who) => [who, one(who, situation)])),
    ]),
  );
}
