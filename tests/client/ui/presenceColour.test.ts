import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presenceColour } from '#client/ui/presenceColour.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { createId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';

const css = readFileSync(join(projectRoot, 'client/app/global.css'), 'utf8');
const themes = {
  light: { colours: readColours(/:root \{([^}]*--zvit-person-0[^}]*)\}/), tables: ['#ffffff', '#fafbfc'] },
  dark: {
    colours: readColours(/:root\[data-mantine-color-scheme="dark"\] \{([^}]*--zvit-person-0[^}]*)\}/),
    tables: ['#1b1d21', '#17191c'],
  },
};

function readColours(block: RegExp): Map<string, string> {
  const [, text = ''] = must(block.exec(css), 'a block with the colours of people');
  return new Map(
    [...text.matchAll(/(--zvit-(?:on-)?person(?:-\d)?): (#\w+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** As WCAG 2.1 defines it. */
function computeContrast(a: string, b: string): number {
  const [lighter, darker] = [a, b].map(computeLuminance).sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function computeLuminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((place) => Number.parseInt(digits.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('GRD-103 every person has a colour that both themes have, and the same one everywhere', () => {
  for (let count = 0; count < 200; count += 1) {
    const id = createId();
    const colour = presenceColour(id);
    expect(presenceColour(id)).toBe(colour);
    const [, name = ''] = must(/^var\((.+)\)$/.exec(colour), 'a variable');
    for (const { colours } of Object.values(themes)) expect([...colours.keys()]).toContain(name);
  }
});

test.each(Object.entries(themes))(
  'GRD-103 names are read on each colour, and frames are seen: %s',
  (_name, theme) => {
    const words = must(theme.colours.get('--zvit-on-person'), 'the colour of the words');
    const fills = [...theme.colours].filter(([name]) => /\d$/.test(name));
    expect(fills).toHaveLength(8);
    for (const [, fill] of fills) {
      expect(computeContrast(fill, words)).toBeGreaterThanOrEqual(4.5);
      for (const table of theme.tables) expect(computeContrast(fill, table)).toBeGreaterThanOrEqual(3);
    }
  },
);
