import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { closeCodes, rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { fieldSchemas } from '#shared/model/rows.ts';
import {
  figureAttributes,
  narrativeMarks,
  narrativeNodes,
  narrativeRoot,
  narrativeSchemaVersion,
} from '#shared/narrative/narrativeNodes.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import {
  collaborationPath,
  gatewayPrefix,
  PresenceState,
  protocolVersion,
  ServerMessage,
} from '#shared/protocol/messages.ts';
import { sheetSchemaVersion } from '#shared/sheet/readRow.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { sheetRoots } from '#shared/sheet/sheetMaps.ts';

/**
 * What old documents and old clients rely on, as a hash for each version. When a test here fails:
 * raise the version, add its line, and keep a saved document of it among the fixtures.
 */
const protocolFingerprints: Record<number, string> = {
  1: 'ee83878b7fa87c2d',
  2: 'c7a3dfdd3d23ac0b',
  3: 'b9b7b6ccfc3b5b19',
};
const sheetFingerprints: Record<number, string> = { 1: '247ac1215e64624a' };
const narrativeFingerprints: Record<number, string> = { 1: 'd8c4d4c90be4f513' };

function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

describe('versions', () => {
  it('DOC-15 the messages do not change without a new protocol version', () => {
    const protocol = {
      paths: [collaborationPath, gatewayPrefix],
      closeCodes,
      rightsGrantedReason,
      server: z.toJSONSchema(ServerMessage),
      presence: z.toJSONSchema(PresenceState),
    };
    expect(fingerprint(protocol)).toBe(protocolFingerprints[protocolVersion]);
  });

  it('DOC-15 the rows do not change without a new schema version', () => {
    const sheet = {
      roots: sheetRoots,
      activity: z.toJSONSchema(z.object(fieldSchemas.activity)),
      expenditure: z.toJSONSchema(z.object(fieldSchemas.expenditure)),
    };
    expect(fingerprint(sheet)).toBe(sheetFingerprints[sheetSchemaVersion]);
  });

  it('DOC-15 the texts do not change without a new schema version', () => {
    const narrative = {
      root: narrativeRoot,
      nodes: narrativeNodes,
      marks: narrativeMarks,
      attributes: figureAttributes,
      figure: z.toJSONSchema(FigureSpec),
    };
    expect(fingerprint(narrative)).toBe(narrativeFingerprints[narrativeSchemaVersion]);
  });

  it.each(Object.keys(narrativeFingerprints))(
    'DOC-15 a text saved by version %s is read as it was',
    async (version) => {
      const text = await readFile(
        new URL(`../../fixtures/documents/narrative-v${version}.json`, import.meta.url),
        'utf8',
      );
      const saved = JSON.parse(text) as { update: string; narrative: unknown };
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Buffer.from(saved.update, 'base64'));
      expect(readNarrative(doc)).toEqual(saved.narrative);
    },
  );

  it.each(Object.keys(sheetFingerprints))(
    'DOC-15 a sheet saved by version %s is read as it was',
    async (version) => {
      const text = await readFile(
        new URL(`../../fixtures/documents/sheet-v${version}.json`, import.meta.url),
        'utf8',
      );
      const saved = JSON.parse(text) as { update: string; rows: unknown };
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Buffer.from(saved.update, 'base64'));
      expect(JSON.parse(JSON.stringify(readSheet(doc, OrganisationId.parse('saved'))))).toEqual(saved.rows);
    },
  );
});
