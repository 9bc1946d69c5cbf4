import type { ReportMeta, ReportModel } from '#shared/report/ReportModel.ts';

/** What every sheet says about itself: which report it is of, and that it is a draft if it is one. */
export type SheetMeta = ReportMeta & { isDraft: boolean };

export type WorkbookModel = ReportModel & { meta: SheetMeta };
