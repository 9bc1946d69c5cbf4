import { serveJob } from '#server/jobs/serveJob.ts';
import { AppError } from '#shared/errors/AppError.ts';

export type Misbehaviour = 'answer' | 'refuse' | 'throw' | 'die' | 'hoard' | 'hang' | 'exit';

/** A job that ends in the way that is asked for. */
serveJob<{ how: Misbehaviour; value: unknown }, unknown, string>(async ({ how, value }, tell) => {
  tell('begun');
  switch (how) {
    case 'answer':
      return value;
    case 'refuse':
      throw new AppError('report.unknown');
    case 'throw':
      throw new RangeError('too far');
    case 'die':
      return process.abort();
    case 'exit':
      return process.exit(3);
    case 'hoard': {
      const hoard: unknown[] = [];
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
    }
    case 'hang':
      return new Promise(() => undefined);
  }
});
