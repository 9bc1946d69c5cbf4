import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { UserId } from '#shared/model/ids.ts';

const entry = {
  documentName: 'sheet/r2020/viza',
  sequence: 3,
  userId: UserId.parse('olena'),
  time: 1_790_000_000_123,
  update: Uint8Array.from([1, 2, 3]),
};
const previous = new Uint8Array(32).fill(7);

describe('computeEntryHash', () => {
  test('JRN-25 is SHA-256 over the documented bytes, for anybody to recompute', () => {
    const hex =
      '07'.repeat(32) + // the hash before
      '00000010' + // length of the name
      '00000005' + // length of the user
      '0000000000000003' + // sequence
      '000001a0c4506c7b' + // time
      Buffer.from('sheet/r2020/vizaolena').toString('hex') +
      '010203';
    const expected = createHash('sha256').update(Buffer.from(hex, 'hex')).digest();
    expect(Buffer.from(computeEntryHash(entry, previous))).toEqual(expected);
  });

  test('JRN-25 the first entry follows 32 zero bytes', () => {
    expect(computeEntryHash(entry, null)).toEqual(computeEntryHash(entry, new Uint8Array(32)));
  });

  test('JRN-25 every field is in it, and where one ends another begins', () => {
    const others = [
      { ...entry, documentName: 'sheet/r2020/vizb' },
      { ...entry, documentName: 'sheet/r2020/vizao', userId: UserId.parse('lena') },
      { ...entry, sequence: 4 },
      { ...entry, userId: null },
      { ...entry, userId: UserId.parse('olenb') },
      { ...entry, time: entry.time + 1 },
      { ...entry, update: Uint8Array.from([1, 2, 4]) },
      { ...entry, update: Uint8Array.from([1, 2]) },
    ];
    const hashes = [entry, ...others].map((one) =>
      Buffer.from(computeEntryHash(one, previous)).toString('hex'),
    );
    hashes.push(Buffer.from(computeEntryHash(entry, new Uint8Array(32).fill(8))).toString('hex'));
    expect(new Set(hashes).size).toBe(others.length + 2);
  });
});
