import { availableParallelism } from 'node:os';
import { pause } from '../client/Crowd.ts';
import { readMachineMs, readProcessorMs } from './readProcess.ts';

/** How busy the machine was with anything else; a latency measured then says little. */
export class Disturbance {
  readonly #pids: readonly number[];
  readonly #startedAt = performance.now();
  readonly #others: number | null;

  /** `pid`: the process that is measured. */
  constructor(pid: number) {
    this.#pids = [pid, process.pid];
    this.#others = this.#readOthers();
  }

  /** Share of the whole machine that other processes have used since; null where it cannot be told. */
  get share(): number | null {
    const now = this.#readOthers();
    if (now === null || this.#others === null) return null;
    return Math.max(
      0,
      (now - this.#others) / ((performance.now() - this.#startedAt) * availableParallelism()),
    );
  }

  #readOthers(): number | null {
    const all = readMachineMs();
    if (all === null) return null;
    return this.#pids.reduce((rest, pid) => rest - (readProcessorMs(pid) ?? 0), all);
  }
}

export const quietShare = 0.1;

/** Waits, as long as it takes, until the machine has little else to do. */
export async function waitForQuiet(pid: number): Promise<void> {
  for (;;) {
    const disturbance = new Disturbance(pid);
    await pause(1_500);
    if ((disturbance.share ?? 0) < quietShare) return;
  }
}
