import type { ExampleActivity } from './buildActivity.ts';
import { celebrationActivities } from './celebrationActivities.ts';
import { cooperationActivities } from './cooperationActivities.ts';
import { deputyActivities } from './deputyActivities.ts';
import { publicityActivities } from './publicityActivities.ts';
import { selfOrganisationActivities } from './selfOrganisationActivities.ts';
import { trainingActivities } from './trainingActivities.ts';

/**
 * Activities of the 2020 example. Each indicator's rows add up to the published figure; how they
 * split, their dates and their words are invented.
 */
export const activities2020: readonly ExampleActivity[] = [
  ...deputyActivities,
  ...publicityActivities,
  ...selfOrganisationActivities,
  ...celebrationActivities,
  ...trainingActivities,
  ...cooperationActivities,
];
