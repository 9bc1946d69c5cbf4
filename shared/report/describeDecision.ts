import { formatPeriod } from '../language/periodText.ts';
import type { Programme } from '../model/structure.ts';

/**
 * What approved the programme and what has changed it since, as a document names it: «Затверджено рішенням
 * від 21.12.2016 № 1149, зі змінами, внесеними рішеннями від …». Null while the decision is not known.
 */
export function describeDecision({
  decisionNumber,
  decisionDate,
  amendments = [],
}: Pick<Programme, 'decisionNumber' | 'decisionDate' | 'amendments'>): string | null {
  if (decisionNumber === undefined && decisionDate === undefined) return null;
  const approved = `Затверджено рішенням ${nameDecision(decisionDate, decisionNumber)}`;
  if (amendments.length === 0) return approved;
  const names = amendments.map(({ date, number }) => nameDecision(date, number));
  const last = names.pop() ?? '';
  const list = names.length === 0 ? last : `${names.join(', ')} та ${last}`;
  return `${approved}, зі змінами, внесеними ${names.length === 0 ? 'рішенням' : 'рішеннями'} ${list}`;
}

/** No-break spaces where a line must not end. */
function nameDecision(date: string | undefined, number: string | undefined): string {
  return [
    ...(date === undefined ? [] : [`від\u00A0${formatPeriod(date, 'uk')}`]),
    ...(number === undefined ? [] : [`№\u00A0${number}`]),
  ].join(' ');
}
