import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeviationMinor, computePercentTenths, formatPercent } from '#shared/money/ratio.ts';

const sums = (plannedMinor: bigint, actualMinor: bigint) => ({ plannedMinor, actualMinor });

describe('ratios', () => {
  it('MON-13 a deviation is actual less planned', () => {
    expect(computeDeviationMinor(sums(500n, 437n))).toBe(-63n);
    expect(computeDeviationMinor(sums(0n, 437n))).toBe(437n);
  });

  it.each([
    [1_000n, 987n, 987],
    [3n, 1n, 333],
    [3n, 2n, 667],
    [2_000n, 1n, 1],
    [2_001n, 1n, 0],
    [100n, 0n, 0],
    [100n, 250n, 2_500],
  ])('MON-14 of %s planned, %s actual is %s tenths', (planned, actual, tenths) => {
    expect(computePercentTenths(sums(planned, actual))).toBe(tenths);
  });

  it('MON-14 there is no share of nothing planned', () => {
    expect(computePercentTenths(sums(0n, 100n))).toBeNull();
    expect(computePercentTenths(sums(-1n, 100n))).toBeNull();
  });

  it('MON-14 is the nearest tenth, halves away from zero', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(minor, minor, (planned, actual) => {
        fc.pre(planned > 0n && actual / planned < 1_000_000n);
        const tenths = BigInt(computePercentTenths(sums(planned, actual)) ?? -1);
        // tenths − ½ ≤ actual · 1000 / planned < tenths + ½
        expect(2n * actual * 1_000n >= (2n * tenths - 1n) * planned).toBe(true);
        expect(2n * actual * 1_000n < (2n * tenths + 1n) * planned).toBe(true);
        // Below zero the same, with a minus.
        expect(BigInt(computePercentTenths(sums(planned, -actual)) ?? -1)).toBe(-tenths);
      }),
    );
  });

  it.each([
    [987, '98,7\u00A0%'],
    [1_000, '100,0\u00A0%'],
    [0, '0,0\u00A0%'],
    [12_345, '1\u00A0234,5\u00A0%'],
    [null, '—'],
    // A billion hryvnias spent of one kopiyka planned.
    [100_000_000_000_000_000, '10\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000,0\u00A0%'],
  ])('MON-15 prints %s tenths as %s', (tenths, printed) => {
    expect(formatPercent(tenths)).toBe(printed);
  });
});
