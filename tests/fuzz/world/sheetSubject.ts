import { expect } from 'vitest';
import type * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { recountTotals } from '#tests/support/recountTotals.ts';
import { FuzzClient } from './FuzzClient.ts';
import { type FuzzSubject, fuzzOrganisationId } from './FuzzWorld.ts';
import { doRandomEdit } from './randomEdit.ts';

const structure = buildReportStructure();

export const sheetSubject: FuzzSubject<FuzzClient> = {
  documentNameOf: (reportId) => sheetName(reportId, fuzzOrganisationId),
  openTab: (options) => new FuzzClient(options, fuzzOrganisationId, structure),
  edit: doRandomEdit,
};

/** The same rows as stored, and the totals of a naive recount. */
export function checkRows(client: FuzzClient, stored: Y.Doc): void {
  const rows = readSheet(stored, fuzzOrganisationId);
  expect(client.rows, 'rows').toEqual(rows);
  expect(client.totals.totals(), 'totals').toEqual(recountTotals(structure, rows));
}

/** Totals of one tab in the middle of everything: its own rows, counted naively. */
export function checkOwnTotals(client: FuzzClient): void {
  expect(client.totals.totals(), 'totals').toEqual(recountTotals(structure, client.rows));
}
