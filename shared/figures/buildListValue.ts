import { normaliseText } from '../language/normaliseText.ts';
import { formatCount, pickNounForm } from '../language/nouns.ts';
import type { FigureStructure } from './buildBehind.ts';
import type { TableFigure } from './FigureSpec.ts';
import type { FigureValue } from './FigureValue.ts';
import { problemTexts } from './problemTexts.ts';
import type { ContentCount, OrganisationCount } from './tallies.ts';

/** Short names in the order of the report. One that has left the report has no name to print. */
export function buildOrganisationsValue(
  { organisationIds, rowCount }: OrganisationCount,
  { organisations }: FigureStructure,
): FigureValue {
  const ids = new Set(organisationIds);
  const names = organisations.flatMap(({ id, shortName }) => (ids.delete(id) ? [shortName] : []));
  if (ids.size > 0)
    return { text: problemTexts['organisation-gone'], amount: null, rowCount, problem: 'organisation-gone' };
  return buildList(names, rowCount);
}

export function buildContentsValue({ contents, rowCount }: ContentCount): FigureValue {
  return buildList(contents, rowCount);
}

/** A table is printed by who prints the text; in a sentence it is only named. */
export function buildTableValue({ table }: TableFigure, rowCount: number): FigureValue {
  const title = table === 'activity' ? 'Заходи' : 'Видатки';
  return {
    text: `${title}: ${formatCount(rowCount)} ${pickNounForm(rowForms, rowCount)}`,
    amount: null,
    rowCount,
    problem: rowCount === 0 ? 'no-rows' : null,
  };
}

const rowForms = { one: 'рядок', few: 'рядки', many: 'рядків' };

/** `Освіта, Культура та Спорт`; each text once, on one line. */
function buildList(texts: readonly string[], rowCount: number): FigureValue {
  const distinct = new Map<string, string>();
  for (const text of texts) {
    const key = normaliseText(text);
    if (key !== null && !distinct.has(key)) distinct.set(key, text.replaceAll(/\s+/g, ' ').trim());
  }
  const items = [...distinct.values()];
  const last = items.pop();
  const text = items.length === 0 ? last : `${items.join(', ')} та ${last}`;
  return { text: text ?? '—', amount: null, rowCount, problem: rowCount === 0 ? 'no-rows' : null };
}
