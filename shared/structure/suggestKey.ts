const latin: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y' },
  ...{ і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's' },
  ...{ т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia' },
};
/** The longest key that an indicator may have is 60; the rest is for a number behind it. */
const maxLength = 50;

/** A key for an indicator, from its title in Latin letters (Resolution 55 of 2010, mid-word); none of those taken. */
export function suggestKey(title: string, taken: ReadonlySet<string>): string {
  const letters = Array.from(
    title.toLowerCase().replaceAll(/[’'ʼ`ь]/g, ''),
    (letter) => latin[letter] ?? letter,
  );
  const plain = letters
    .join('')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' ? 'indicator' : plain;
  if (!taken.has(stem)) return stem;
  let count = 2;
  while (taken.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}
