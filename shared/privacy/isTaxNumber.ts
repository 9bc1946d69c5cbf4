const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/** Whether ten digits can be a person's tax number (РНОКПП): the last one checks the others. */
export function isTaxNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (((sum % 11) + 11) % 11) % 10 === Number(digits[9]);
}
