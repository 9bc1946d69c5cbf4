import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Tinos (SIL Open Font Licence): as wide as Times New Roman, letter by letter, and it has ґ, є, і, ї. */
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));

export const fontName = 'Tinos';

export const fonts = {
  [fontName]: {
    normal: join(folder, '400Regular/Tinos_400Regular.ttf'),
    bold: join(folder, '700Bold/Tinos_700Bold.ttf'),
    italics: join(folder, '400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    bolditalics: join(folder, '700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  },
};

/** The font files, and nothing else of the machine, may be read while a document is made. */
export function isFontFile(path: string): boolean {
  return Object.values(fonts[fontName]).includes(path);
}
