/** What a number format makes of a number, as far as it matters here. */
export type NumberLook =
  | { kind: 'number'; digits: number }
  | { kind: 'percent' }
  | { kind: 'date'; hasDay: boolean; hasTime: boolean }
  /** Only hours and minutes, or a span of time. */
  | { kind: 'time' };

const plain: NumberLook = { kind: 'number', digits: 0 };

/** Formats that files name by number only. 27–36 and 50–58 are dates in the East Asian versions. */
function findBuiltIn(id: number): NumberLook | null {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 17) return { kind: 'date', hasDay: false, hasTime: false };
  if (id === 22) return { kind: 'date', hasDay: true, hasTime: true };
  if (id >= 18 && id <= 21) return { kind: 'time' };
  if (id >= 45 && id <= 47) return { kind: 'time' };
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
    return { kind: 'date', hasDay: true, hasTime: false };
  }
  return null;
}

/** Texts in quotes, escaped letters, fillers, and colours, conditions and locales in brackets. */
const noise = /"[^"]*"?|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/giu;

/**
 * Reads a format code such as `# ##0.00\ "грн"`, `dd.mm.yyyy` or `0000000`, of which only the part for
 * positive numbers counts. `code` is null for a format that is only a number.
 */
export function readNumberFormat(id: number, code: string | null): NumberLook {
  const builtIn = code === null ? findBuiltIn(id) : null;
  if (builtIn !== null || code === null) return builtIn ?? plain;
  const text = code.replaceAll(noise, '').split(';', 1)[0]?.toLowerCase() ?? '';
  if (text.trim() === 'general' || text.trim() === '@') return plain;
  if (/[ydg]/.test(text) || /m{3,}/.test(text)) {
    return { kind: 'date', hasDay: text.includes('d'), hasTime: /[hs]/.test(text) };
  }
  if (/[hs]|\[m+\]/.test(text)) return { kind: 'time' };
  if (/^m+$/.test(text.trim())) return { kind: 'date', hasDay: false, hasTime: false };
  if (text.includes('%')) return { kind: 'percent' };
  const zeros = /^\s*(0{2,})\s*$/.exec(text)?.[1] ?? '';
  return { kind: 'number', digits: zeros.length };
}
