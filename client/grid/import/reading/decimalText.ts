/** Spreadsheets keep fifteen digits and show no more: what is past them is noise of the machine. */
const significantDigits = 15;

/** A number as `390023.56`, never with an exponent. */
export function printDecimal(value: number): string {
  const rounded = Number(value.toPrecision(significantDigits));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/\.?0+$/, '') : BigInt(rounded).toString();
}

/** So many thousands or millions as units: the mark moves to the right by `places`, nothing is computed. */
export function shiftDecimal(decimal: string, places: number): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (places === 0 || whole === '') return decimal;
  const moved = decimals.padEnd(places, '0');
  const units = (whole + moved.slice(0, places)).replace(/^0+(?=\d)/, '');
  const rest = moved.slice(places);
  return `${sign}${units}${rest === '' ? '' : `.${rest}`}`;
}

/** To so many decimals, halves away from zero, without zeros at the end. */
export function roundDecimal(decimal: string, places: number): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)\.(\d+)$/.exec(decimal) ?? [];
  if (decimals.length <= places) return decimal;
  const up = (decimals[places] ?? '0') >= '5' ? 1n : 0n;
  const scaled = (BigInt(whole + decimals.slice(0, places)) + up).toString().padStart(places + 1, '0');
  return `${sign}${scaled.slice(0, -places)}.${scaled.slice(-places)}`.replace(/\.?0+$/, '');
}
