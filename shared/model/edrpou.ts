import { z } from 'zod';

const lowWeights = [1, 2, 3, 4, 5, 6, 7];
const middleWeights = [7, 1, 2, 3, 4, 5, 6];

/** The number of a legal entity in the state register (ЄДРПОУ): eight digits, the last of which checks the others. */
export const Edrpou = z
  .string()
  .trim()
  .regex(/^\d{8}$/)
  .refine(hasCheckDigit);
export type Edrpou = z.infer<typeof Edrpou>;

function hasCheckDigit(digits: string): boolean {
  const number = Number(digits);
  // The register weighs the numbers of its middle, 30 000 000 to 60 000 000, in another order.
  const weights = number < 30_000_000 || number > 60_000_000 ? lowWeights : middleWeights;
  const remainderOf = (more: number): number =>
    weights.reduce((total, weight, index) => total + (weight + more) * Number(digits[index]), 0) % 11;
  const first = remainderOf(0);
  const check = first < 10 ? first : remainderOf(2) % 10;
  return number > 0 && check === Number(digits[7]);
}
