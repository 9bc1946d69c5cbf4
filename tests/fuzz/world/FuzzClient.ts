import { ReportWriter } from '#client/sync/history/ReportWriter.ts';
import { SheetSession } from '#client/sync/SheetSession.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { createTotalsEngine, type TotalsEngine } from '#shared/totals/TotalsEngine.ts';
import { FuzzTab, type FuzzTabOptions } from './FuzzTab.ts';

/** A tab with a sheet, from the row's edit on. */
export class FuzzClient extends FuzzTab<SheetSession> {
  readonly organisationId: OrganisationId;
  readonly writer: ReportWriter;
  /** Fed with the changes the client is told of, never with all rows. */
  readonly totals: TotalsEngine;

  constructor(options: FuzzTabOptions, organisationId: OrganisationId, structure: ReportStructure) {
    const totals = createTotalsEngine(structure);
    super(
      options,
      ({ events, ...rest }) =>
        new SheetSession({
          ...rest,
          organisationId,
          events: {
            ...events,
            onRows: (changes) => totals.apply(changes),
            readOnlyReason: () => 'access.read-only',
          },
        }),
    );
    this.organisationId = organisationId;
    this.totals = totals;
    const { session } = this;
    this.writer = new ReportWriter({
      findEditable: () => session,
      onChange: () => {},
      onReversing: () => {},
    });
  }

  get rows(): Row[] {
    return readSheet(this.doc, this.organisationId);
  }
}
