/** A long piece of work that can pause: yields how far it is, returns what came out. */
export type Steps<T, P = number> = Generator<P, T, void>;

/** Does all of it at once. */
export function runSteps<T>(steps: Steps<T, unknown>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
