type Person<Id> = { userId: Id; name: string | null };

/** Part of a comment; `isMention` for the sign @ with a name. */
export type CommentPiece = { text: string; isMention: boolean };

/**
 * Who is named after the sign @ in a text, the longest name first: «@Олена Коваль» is not Олена. Of several
 * of one name those are meant that were chosen from the list, or else all.
 */
export function readMentions<Id>(
  text: string,
  people: readonly Person<Id>[],
  chosen: ReadonlySet<Id> = new Set(),
): Id[] {
  const named = new Set(
    splitMentions(text, people).flatMap((piece) => (piece.isMention ? [piece.text.slice(1)] : [])),
  );
  return [...named].flatMap((name) => {
    const same = people.filter((person) => person.name === name).map(({ userId }) => userId);
    const meant = same.filter((id) => chosen.has(id));
    return meant.length > 0 ? meant : same;
  });
}

/** The text in parts, those of `people` that it mentions apart. */
export function splitMentions(
  text: string,
  people: readonly Pick<Person<unknown>, 'name'>[],
): CommentPiece[] {
  const names = people
    .flatMap(({ name }) => (name === null || name === '' ? [] : [name]))
    .sort((a, b) => b.length - a.length);
  const pieces: CommentPiece[] = [];
  let plain = '';
  for (let index = 0; index < text.length; ) {
    const name = text[index] === '@' ? names.find((one) => isNameAt(text, index + 1, one)) : undefined;
    if (name === undefined) {
      plain += text[index];
      index += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, isMention: false });
    plain = '';
    pieces.push({ text: `@${name}`, isMention: true });
    index += name.length + 1;
  }
  if (plain !== '') pieces.push({ text: plain, isMention: false });
  return pieces;
}

/** Whole: what goes on with a letter is another name. */
function isNameAt(text: string, start: number, name: string): boolean {
  return text.startsWith(name, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + name.length));
}
