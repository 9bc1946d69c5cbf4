import { createId } from '#shared/model/ids.ts';
import { buildViewState } from '#tests/support/buildView.ts';
import type { RightsTown } from '../RightsTown.ts';
import type { HttpTry } from '../Try.ts';

const ensureView = (town: RightsTown) => town.ensurePublishedView();

/** What a report is made of, its numbers, and the views of its tables. */
export const reportTries: readonly HttpTry[] = [
  { route: 'get /api/reports/:reportId', asks: 'report.read', meets: 200 },
  { route: 'get /api/reports/:reportId/totals', asks: 'report.read', meets: 200 },
  {
    route: 'post /api/reports/:reportId/last-changes',
    asks: 'sheet.read',
    body: { rows: [{ organisationId: 'unknown', rowId: 'unknown' }] },
    meets: 200,
  },
  {
    route: 'patch /api/reports/:reportId/properties',
    asks: 'report.manage',
    body: { signatoryName: 'Олена КОВАЛЕНКО' },
    meets: 200,
  },
  {
    route: 'patch /api/reports/:reportId/structure',
    asks: 'report.manage',
    body: { kind: 'directions.order', order: [] },
    meets: 'structure.changed',
  },
  {
    route: 'post /api/reports/:reportId/budget/import',
    asks: 'report.manage',
    body: { csv: 'Напрям;Сума', basis: null },
    meets: 200,
  },
  {
    route: 'post /api/reports/:reportId/indicators/import',
    asks: 'report.manage',
    body: { csv: 'Назва;Вид', basis: null },
    meets: 200,
  },
  { route: 'get /api/reports/:reportId/views', asks: 'view.keep', meets: 200 },
  {
    route: 'post /api/reports/:reportId/views',
    note: 'of one’s own',
    asks: 'view.keep',
    body: () => ({
      table: 'activity',
      name: `Мій ${createId()}`,
      isPublished: false,
      state: buildViewState(),
    }),
    meets: 201,
  },
  {
    route: 'post /api/reports/:reportId/views',
    note: 'for everybody',
    asks: 'view.publish',
    body: () => ({
      table: 'activity',
      name: `Спільний ${createId()}`,
      isPublished: true,
      state: buildViewState(),
    }),
    meets: 201,
  },
  {
    route: 'patch /api/reports/:reportId/views/:viewId',
    note: 'of one’s own',
    asks: 'view.keep',
    body: { revision: 1, name: 'Інша назва' },
    meets: 'view.unknown',
  },
  {
    route: 'patch /api/reports/:reportId/views/:viewId',
    note: 'a published one',
    asks: 'view.publish',
    params: { viewId: 'published' },
    prepare: ensureView,
    body: { revision: 99, name: 'Інша назва' },
    meets: 'view.changed',
  },
  {
    route: 'delete /api/reports/:reportId/views/:viewId',
    note: 'of one’s own',
    asks: 'view.keep',
    meets: 'view.unknown',
  },
  {
    route: 'delete /api/reports/:reportId/views/:viewId',
    note: 'a published one',
    asks: 'view.publish',
    params: { viewId: 'published' },
    prepare: ensureView,
    meets: 204,
  },
  {
    route: 'put /api/reports/:reportId/last-views/:table',
    asks: 'view.keep',
    params: { table: 'activity' },
    body: { viewId: null, state: buildViewState() },
    meets: 204,
  },
];
