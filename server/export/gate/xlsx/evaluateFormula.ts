import { must } from '#shared/must.ts';
import type { XlsxSheet } from './readWorkbook.ts';

/**
 * A small spreadsheet: computes a formula from the cells, following formulas it meets, and looks at
 * no stored result. It knows the functions the exports use, as Excel's reference describes them.
 */
export function createEvaluator(sheets: ReadonlyMap<string, XlsxSheet>) {
  const known = new Map<string, Value>();
  const knownRanges = new Map<string, Value[]>();

  function cellValue(sheetName: string, address: string): Value {
    const key = `${sheetName}!${address}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cell = must(sheets.get(sheetName), sheetName).cells.get(address);
    const value = cell?.formula ? asValue(evaluate(cell.formula, sheetName)) : (cell?.value ?? null);
    known.set(key, value);
    return value;
  }

  /** Hundreds of formulas read the same column of thousands of rows. */
  function rangeValues(sheetName: string, from: string, to: string): Value[] {
    const key = `${sheetName}!${from}:${to}`;
    const found = knownRanges.get(key);
    if (found !== undefined) return found;
    const values = listAddresses(from, to).map((address) => cellValue(sheetName, address));
    knownRanges.set(key, values);
    return values;
  }

  function evaluate(formula: string, sheetName: string): Result {
    const lookup: Lookup = {
      cell: (sheet, address) => cellValue(sheet ?? sheetName, address),
      range: (sheet, from, to) => rangeValues(sheet ?? sheetName, from, to),
    };
    return new Parser(formula, lookup).parse();
  }

  return { cellValue };
}

type Value = number | string | null;
type Result = Value | Value[];
type Lookup = {
  cell: (sheetName: string | null, address: string) => Value;
  range: (sheetName: string | null, from: string, to: string) => Value[];
};

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<name>[A-Z]+)(?=\()|(?:'(?<sheet>[^']+)'!)?(?<from>\$?[A-Z]+\$?\d+)(?::(?<to>\$?[A-Z]+\$?\d+))?|(?<sign><=|[-+*/=(),]))/y;

type Token = Record<'number' | 'text' | 'name' | 'sheet' | 'from' | 'to' | 'sign', string | undefined>;

class Parser {
  readonly #tokens: Token[] = [];
  readonly #lookup: Lookup;
  #at = 0;

  constructor(formula: string, lookup: Lookup) {
    this.#lookup = lookup;
    tokenPattern.lastIndex = 0;
    while (tokenPattern.lastIndex < formula.length) {
      const start = tokenPattern.lastIndex;
      const match = tokenPattern.exec(formula);
      if (!match) throw new Error(`cannot read ${formula} at ${start}`);
      this.#tokens.push(match.groups as Token);
    }
  }

  parse(): Result {
    const result = this.#comparison();
    if (this.#at < this.#tokens.length) throw new Error('something is left of the formula');
    return result;
  }

  #takes(sign: string): boolean {
    if (this.#tokens[this.#at]?.sign !== sign) return false;
    this.#at += 1;
    return true;
  }

  #comparison(): Result {
    const left = this.#sum();
    if (this.#takes('<=')) return Number(asNumber(left) <= asNumber(this.#sum()));
    return this.#takes('=') ? Number(asValue(left) === asValue(this.#sum())) : left;
  }

  #sum(): Result {
    let left = this.#product();
    for (;;) {
      if (this.#takes('+')) left = asNumber(left) + asNumber(this.#product());
      else if (this.#takes('-')) left = asNumber(left) - asNumber(this.#product());
      else return left;
    }
  }

  #product(): Result {
    let left = this.#unary();
    while (this.#takes('/')) left = asNumber(left) / asNumber(this.#unary());
    return left;
  }

  #unary(): Result {
    if (!this.#takes('-')) return this.#primary();
    const operand = this.#unary();
    return Array.isArray(operand) ? operand.map((value) => -asNumber(value)) : -asNumber(operand);
  }

  #primary(): Result {
    if (this.#takes('(')) {
      const inner = this.#comparison();
      if (!this.#takes(')')) throw new Error('a bracket is open');
      return inner;
    }
    const token = must(this.#tokens[this.#at], 'the rest of the formula');
    this.#at += 1;
    if (token.number !== undefined) return Number(token.number);
    if (token.text !== undefined) return token.text.replaceAll('""', '"');
    if (token.name !== undefined) return this.#call(token.name);
    const from = must(token.from, 'an address').replaceAll('$', '');
    const sheet = token.sheet ?? null;
    if (token.to === undefined) return this.#lookup.cell(sheet, from);
    return this.#lookup.range(sheet, from, token.to.replaceAll('$', ''));
  }

  #call(name: string): Result {
    const parameters: Result[] = [];
    if (!this.#takes('(')) throw new Error(`${name} without a bracket`);
    do parameters.push(this.#comparison());
    while (this.#takes(','));
    if (!this.#takes(')')) throw new Error(`${name} is not closed`);
    return must(functions[name], `the function ${name}`)(parameters);
  }
}

const functions: Record<string, (parameters: Result[]) => Result> = {
  SUM: (parameters) => add(parameters.flat()),
  COUNTA: (parameters) => parameters.flat().filter((value) => value !== null).length,
  ROUND: ([value, digits]) => {
    const scale = 10 ** asNumber(digits);
    const scaled = asNumber(value) * scale;
    // Halves go away from zero, and what is a half to fifteen digits is a half.
    const magnitude = Math.floor(Number(Math.abs(scaled).toPrecision(15)) + 0.5);
    return (Math.sign(scaled) * magnitude) / scale;
  },
  N: ([value]) => (typeof value === 'number' ? value : 0),
  IF: ([condition, then, otherwise]) => (asNumber(condition) === 0 ? otherwise : then) ?? null,
  SUMIFS: ([amounts, ...criteria]) => {
    const matches = matchCriteria(criteria);
    return add(asList(amounts).filter((_, index) => matches(index)));
  },
  COUNTIFS: (criteria) => {
    const matches = matchCriteria(criteria);
    return asList(criteria[0]).filter((_, index) => matches(index)).length;
  },
  EXACT: ([list, text]) =>
    asList(list).map((value) => Number(String(value ?? '') === String(asValue(text) ?? ''))),
  SUMPRODUCT: ([first, second]) => {
    const factors = asList(second ?? []);
    return asList(first).reduce<number>((sum, value, index) => {
      const factor = second === undefined ? 1 : factors[index];
      return sum + (typeof value === 'number' && typeof factor === 'number' ? value * factor : 0);
    }, 0);
  },
};

function matchCriteria(criteria: readonly Result[]): (index: number) => boolean {
  const pairs: { values: Value[]; test: (value: Value) => boolean }[] = [];
  for (let index = 0; index < criteria.length; index += 2) {
    pairs.push({ values: asList(criteria[index]), test: readCriterion(asValue(criteria[index + 1])) });
  }
  return (index) => pairs.every(({ values, test }) => test(values[index] ?? null));
}

/** As SUMIFS reads them: an operator, numbers in texts, wildcards, whatever the case. */
function readCriterion(criterion: Value): (value: Value) => boolean {
  if (typeof criterion === 'number') return (value) => value === criterion;
  const text = criterion ?? '';
  if (text.startsWith('<>')) {
    const isEqual = readCriterion(text.slice(2));
    return (value) => !isEqual(value);
  }
  if (/^[<>=]/.test(text)) throw new Error(`a criterion that is an operator: ${text}`);
  if (text !== '' && !Number.isNaN(Number(text))) return (value) => Number(value) === Number(text);
  const escaped = text
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const pattern = new RegExp(`^${escaped}$`, 'isu');
  return (value) => typeof value === 'string' && pattern.test(value);
}

function add(values: readonly Value[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

function asList(result: Result | undefined): Value[] {
  return Array.isArray(result) ? result : [result ?? null];
}

function asValue(result: Result | undefined): Value {
  if (Array.isArray(result)) throw new Error('a list where one value is wanted');
  return result ?? null;
}

function asNumber(result: Result | undefined): number {
  const value = asValue(result);
  if (typeof value === 'string') throw new Error(`#VALUE! ${value}`);
  return value ?? 0;
}

function listAddresses(from: string, to: string): string[] {
  const [fromColumn, fromRow] = splitAddress(from);
  const [toColumn, toRow] = splitAddress(to);
  const addresses: string[] = [];
  for (let row = fromRow; row <= toRow; row += 1) {
    for (let column = fromColumn; column <= toColumn; column += 1)
      addresses.push(`${printColumn(column)}${row}`);
  }
  return addresses;
}

function splitAddress(address: string): [column: number, row: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [column, Number(row)];
}

function printColumn(column: number): string {
  return column === 0
    ? ''
    : printColumn(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
