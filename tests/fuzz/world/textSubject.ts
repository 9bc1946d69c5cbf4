import { expect } from 'vitest';
import type * as Y from 'yjs';
import { NarrativeSession } from '#client/sync/NarrativeSession.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import { FuzzTab } from './FuzzTab.ts';
import { type FuzzSubject, fuzzDirectionId } from './FuzzWorld.ts';
import { doRandomTextEdit, type TextTab } from './randomTextEdit.ts';

export const textSubject: FuzzSubject<TextTab> = {
  documentNameOf: (reportId) => narrativeName(reportId, fuzzDirectionId),
  openTab: (options) =>
    new FuzzTab(
      options,
      ({ events, ...rest }) =>
        new NarrativeSession({
          ...rest,
          directionId: fuzzDirectionId,
          events: { ...events, canWrite: () => ({ allowed: true }) },
        }),
    ),
  edit: doRandomTextEdit,
};

/** The same text as stored. */
export function checkText(tab: TextTab, stored: Y.Doc): void {
  expect(readNarrative(tab.doc), 'the text').toEqual(readNarrative(stored));
}
