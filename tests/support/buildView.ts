import type { StoredView } from '#server/storage/Storage.ts';
import { createId, ReportId, UserId, ViewId } from '#shared/model/ids.ts';
import { buildPlainViewState, type ViewState } from '#shared/model/view.ts';

/** A state in which every part differs from that of the plain table. */
export function buildViewState(change: Partial<ViewState> = {}): ViewState {
  return {
    ...buildPlainViewState(),
    filter: { ...buildPlainViewState().filter, directions: ['none'], funds: ['general'], isMine: true },
    grouping: 'organisation',
    collapsed: ['none'],
    sort: [{ column: 'actualMinor', isDescending: true }],
    columns: [
      { column: 'measure', width: 400, isHidden: false, isFrozen: true },
      { column: 'note', width: null, isHidden: true, isFrozen: false },
    ],
    density: 'compact',
    ...change,
  };
}

export function buildStoredView(change: Partial<StoredView> = {}): StoredView {
  return {
    id: ViewId.parse(createId()),
    reportId: ReportId.parse('report'),
    table: 'expenditure',
    userId: UserId.parse('u1'),
    name: 'Мої видатки',
    revision: 1,
    state: buildViewState(),
    ...change,
  };
}
