import type { RightsTown } from '../RightsTown.ts';
import type { HttpTry } from '../Try.ts';

const ofSheet = (rest: string) => `/api/reports/:reportId/sheets/:organisationId/${rest}`;

/** The steps of a sheet, each done in earnest, and what is told about them. */
export const submissionTries: readonly HttpTry[] = [
  { route: 'get /api/reports/:reportId/submissions', asks: 'sheet.read', meets: 200 },
  { route: `post ${ofSheet('submit')}`, asks: 'sheet.submit', body: {}, meets: 200 },
  { route: `post ${ofSheet('withdraw')}`, asks: 'sheet.withdraw', body: {}, meets: 200 },
  {
    route: `post ${ofSheet('return')}`,
    asks: 'sheet.return',
    body: { note: 'Виправте суму' },
    meets: 200,
  },
  {
    route: `post ${ofSheet('accept')}`,
    asks: 'sheet.accept',
    body: async (_who: string, town: RightsTown) => ({ contentHash: await town.readContentHash() }),
    meets: 200,
  },
  {
    route: 'post /api/reports/:reportId/acceptances',
    asks: 'sheets.accept',
    body: { sheets: [{ organisationId: 'unknown', contentHash: '0'.repeat(64) }] },
    meets: 200,
  },
  { route: `get ${ofSheet('transitions')}`, asks: 'sheet.read', meets: 200 },
  { route: `get ${ofSheet('changes')}`, asks: 'sheet.read', meets: 200 },
  { route: `get ${ofSheet('findings')}`, asks: 'sheet.read', meets: 200 },
  {
    route: `put ${ofSheet('explanations')}`,
    asks: 'sheet.write',
    body: { key: 'row.duplicate/row/measure', text: 'Дві різні події' },
    meets: 'submission.finding-gone',
  },
];
