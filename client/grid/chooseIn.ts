import type { ExtraColumn } from '#shared/model/columns.ts';
import type { ChoiceField } from '#shared/model/extraField.ts';
import type { ChoiceFilter } from '#shared/model/view.ts';

/** The filter with these values, and no others, for one added column; without any it is not narrowed by. */
export function chooseIn(
  choices: readonly ChoiceFilter[],
  field: ChoiceField,
  values: readonly string[],
): ChoiceFilter[] {
  const others = choices.filter((choice) => choice.field !== field);
  return values.length === 0 ? others : [...others, { field, values: [...values] }];
}

/** What of it can be chosen: values that their column offers, and its being empty. */
export function keepOffered(
  choices: readonly ChoiceFilter[],
  findColumn: (field: ChoiceField) => Pick<ExtraColumn, 'options'> | undefined,
): ChoiceFilter[] {
  return choices.flatMap(({ field, values }) => {
    const column = findColumn(field);
    if (column === undefined) return [];
    const offered = values.filter((value) => value === '' || column.options.includes(value));
    return offered.length === 0 ? [] : [{ field, values: offered }];
  });
}

export function countChosen(choices: readonly ChoiceFilter[]): number {
  return choices.reduce((count, { values }) => count + values.length, 0);
}

/** What is chosen in a column; empty when it is not narrowed by. */
export function chosenIn(choices: readonly ChoiceFilter[], field: ChoiceField): readonly string[] {
  return choices.find((choice) => choice.field === field)?.values ?? [];
}
