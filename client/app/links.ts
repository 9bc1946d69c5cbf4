import type { ReportId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';

/** Addresses of the pages, in one place. */
export const pagePaths = {
  home: '/',
  signIn: '/sign-in',
  setup: '/setup',
  profile: '/profile',
  users: '/users',
} as const;

export const reportTabs = ['activities', 'expenditures', 'control', 'report'] as const;
export type ReportTab = (typeof reportTabs)[number];

export function reportLink(reportId: ReportId, tab: ReportTab): string {
  return `/reports/${reportId}/${tab}`;
}

export function tableTab(table: TableKind): ReportTab {
  return table === 'activity' ? 'activities' : 'expenditures';
}
