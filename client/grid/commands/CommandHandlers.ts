import type { GridCommand } from '../keys/gridKeys.ts';
import type { CommandPlace } from './CommandPlace.ts';

/** Does what a key asks for. True when the key was used: the browser and the grid then leave it alone. */
export type CommandHandler = (place: CommandPlace) => boolean;

/** One for each line of the table of keys; a part of the grid gives those of its concern. */
export type CommandHandlers = Record<GridCommand, CommandHandler>;
