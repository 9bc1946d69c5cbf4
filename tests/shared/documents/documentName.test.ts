import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrativeName, sheetName, tryParseDocumentName } from '#shared/documents/documentName.ts';
import { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);

describe('document names', () => {
  it('NAM-1 read back what they were made of', () => {
    fc.assert(
      fc.property(id, id, (report, part) => {
        const reportId = ReportId.parse(report);
        const organisationId = OrganisationId.parse(part);
        const directionId = DirectionId.parse(part);
        expect(tryParseDocumentName(sheetName(reportId, organisationId))).toEqual({
          type: 'sheet',
          reportId,
          organisationId,
        });
        expect(tryParseDocumentName(narrativeName(reportId, directionId))).toEqual({
          type: 'narrative',
          reportId,
          directionId,
        });
      }),
    );
  });

  it.each([
    '',
    '/',
    'sheet',
    'sheet/',
    'sheet//',
    'sheet/r1',
    'sheet/r1/',
    'sheet//o1',
    'sheet/r1/o1/',
    'sheet/r1/o1/x',
    '/sheet/r1/o1',
    'Sheet/r1/o1',
    'SHEET/r1/o1',
    ' sheet/r1/o1',
    'sheet/r1/o1 ',
    'sheet/r1/o1\n',
    'sheet/r1\u0000/o1',
    'sheet/../o1',
    'sheet/./o1',
    'sheet/r1/..',
    'sheet/r1%2Fo1/o1',
    'sheet/r1/o%31',
    'sheet\\r1\\o1',
    'sheet/__proto__/o1',
    'sheet/r1/__proto__',
    'sheet/-r1/o1',
    'sheet/r1/о1',
    'sheet/r1/o\u200B1',
    `sheet/r1/${'o'.repeat(41)}`,
    'journal/r1/o1',
    'constructor/r1/o1',
    'narrative/r1',
    'narrative/r1/d1/d2',
    '/'.repeat(5_000_000),
    'sheet/'.repeat(1_000_000),
  ])('NAM-2 refuse what is not exactly a name (%#)', (name) => {
    expect(tryParseDocumentName(name)).toBeNull();
  });

  it('NAM-2 whatever is accepted is written in one way only', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(sheet|narrative)\/[^/]{0,4}\/[^/]{0,4}$/)),
        (name) => {
          const address = tryParseDocumentName(name);
          if (address === null) return;
          const written =
            address.type === 'sheet'
              ? sheetName(address.reportId, address.organisationId)
              : narrativeName(address.reportId, address.directionId);
          expect(written).toBe(name);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
