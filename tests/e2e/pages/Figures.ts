import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };

/** The report's numbers as one source tells them, so that the sources can be held side by side. */
export type Figures = {
  grandMinor: bigint;
  /** Actual money by the direction's number. */
  directions: Record<number, bigint>;
  /** Each indicator as it is printed: `55 засідань постійних комісій`. In no order. */
  indicators: string[];
};

/** What was typed on top of the published report. */
export type Typed = { actualMinor?: Record<number, bigint>; counts?: Record<string, number> };

/** The published figures with what was typed added, by arithmetic of the test's own. */
export function expectFigures({ actualMinor = {}, counts = {} }: Typed = {}): Figures {
  const directions: Record<number, bigint> = {};
  const indicators: string[] = [];
  let grandMinor = BigInt(figures.totalActualMinor);
  for (const direction of figures.directions) {
    const more = actualMinor[direction.number] ?? 0n;
    directions[direction.number] = BigInt(direction.actualMinor) + more;
    grandMinor += more;
    for (const { key, value } of direction.indicators) {
      indicators.push(printIndicator(key, value + (counts[key] ?? 0)));
    }
  }
  return { grandMinor, directions, indicators: indicators.sort() };
}

const pluralRules = new Intl.PluralRules('uk');

/** An indicator with its noun, by the published forms and the runtime's rules of plural. */
export function printIndicator(key: string, value: number): string {
  const indicator = figures.directions
    .flatMap(({ indicators }) => indicators)
    .find((candidate) => candidate.key === key);
  if (indicator === undefined) throw new Error(`no indicator ${key}`);
  const [one, few, many] = indicator.forms;
  // The published text says «понад» of a round number; the count behind it is larger.
  const printed = indicator.kind === 'floor' ? Math.floor(value / 10) * 10 : value;
  const noun = { one, few, many }[pluralRules.select(printed) as 'one' | 'few' | 'many'] ?? few;
  return `${indicator.kind === 'floor' ? 'понад ' : ''}${printed} ${noun}`;
}
