import type { Storage, StoredSecondFactor, StoredUser } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { AttemptLimiter } from './attemptLimiter.ts';
import { factorContext } from './factorContext.ts';
import {
  buildFactorAddress,
  checkFactorCode,
  createFactorSecret,
  createRecoveryCodes,
  normaliseCode,
} from './secondFactorCodes.ts';
import type { SecretBox } from './secretBox.ts';
import { hashSecret } from './secrets.ts';

type Owner = Pick<StoredUser, 'id' | 'login'>;

/** Codes of a person's phone, asked for after the password (RFC 6238), and recovery codes in place of the phone. */
export type SecondFactors = {
  isOn(userId: UserId): Promise<boolean>;
  readState(userId: UserId): Promise<{ isOn: boolean; recoveryCodesLeft: number }>;
  /** A secret that counts for nothing before it is confirmed; never to be had again. AppError `factor.on`. */
  propose(owner: Owner): Promise<{ secret: string; address: string }>;
  /**
   * Turns it on with a code made by the secret, and gives the recovery codes, which are kept as hashes. AppError
   * `factor.none`, `factor.wrong-code`, `factor.clock`, `session.locked`.
   */
  confirm(userId: UserId, code: string, address: string): Promise<string[]>;
  /** Takes a code, once. AppError `factor.wrong-code`, `factor.used-code`, `factor.clock`, `session.locked`. */
  check(userId: UserId, code: string, address: string): Promise<void>;
  /** New recovery codes in place of all there were. Takes a code, and rejects like `check`. */
  renewRecoveryCodes(userId: UserId, code: string, address: string): Promise<string[]>;
  /** AppError `factor.none`. */
  remove(userId: UserId): Promise<void>;
};

type Options = {
  storage: Pick<Storage, 'secondFactors'>;
  /** Secrets are kept sealed. */
  box: SecretBox;
  limiter: AttemptLimiter;
  now: () => number;
};

export function createSecondFactors({ storage, box, limiter, now }: Options): SecondFactors {
  const store = storage.secondFactors;
  const isOn = async (userId: UserId) => ((await store.find(userId))?.confirmedAt ?? null) !== null;

  /** An attempt counts before the code is looked at, as with passwords; and apart from those, which a right one forgets. */
  async function countAttempt(userId: UserId, address: string, attempt: () => Promise<void>): Promise<void> {
    await limiter.begin(`code:${userId}`, address);
    await attempt();
    await limiter.succeed(`code:${userId}`, address);
  }

  /** The box was tried on every secret when the server started: one that does not open was changed since. */
  function open({ userId, secret }: Pick<StoredSecondFactor, 'userId' | 'secret'>): string {
    return must(box.tryOpen(secret, factorContext(userId)), `the second factor of ${userId}`);
  }

  async function takeCode(userId: UserId, text: string): Promise<void> {
    const factor = await store.find(userId);
    if (factor === null || factor.confirmedAt === null) throw new AppError('factor.none');
    const code = normaliseCode(text);
    if (code.length > 6) {
      if (!(await store.takeRecoveryCode(userId, hashSecret(code)))) throw new AppError('factor.wrong-code');
      return;
    }
    const verdict = checkFactorCode(open(factor), code, now());
    // A code that is yet to come would be worth waiting for: only of one gone by is it said that it was right.
    if (verdict.kind === 'clock' && verdict.minutes < 0) {
      throw new AppError('factor.clock', { minutes: -verdict.minutes });
    }
    if (verdict.kind !== 'right') throw new AppError('factor.wrong-code');
    if (!(await store.takeStep(userId, verdict.step))) throw new AppError('factor.used-code');
  }

  return {
    isOn,

    async readState(userId) {
      return { isOn: await isOn(userId), recoveryCodesLeft: await store.countRecoveryCodes(userId) };
    },

    async propose({ id, login }) {
      const secret = createFactorSecret();
      if (!(await store.propose(id, box.seal(secret, factorContext(id)), now())))
        throw new AppError('factor.on');
      return { secret, address: buildFactorAddress(secret, login) };
    },

    async confirm(userId, text, address) {
      const codes = createRecoveryCodes();
      await countAttempt(userId, address, async () => {
        const factor = await store.find(userId);
        if (factor === null || factor.confirmedAt !== null) throw new AppError('factor.none');
        const { secret } = factor;
        const verdict = checkFactorCode(open(factor), normaliseCode(text), now());
        if (verdict.kind === 'clock') {
          throw new AppError('factor.clock', { minutes: Math.abs(verdict.minutes) });
        }
        if (verdict.kind === 'wrong') throw new AppError('factor.wrong-code');
        const codeHashes = codes.map((code) => hashSecret(normaliseCode(code)));
        const isDone = await store.confirm(userId, { secret, step: verdict.step, now: now(), codeHashes });
        if (!isDone) throw new AppError('factor.none');
      });
      return codes;
    },

    check: (userId, code, address) => countAttempt(userId, address, () => takeCode(userId, code)),

    async renewRecoveryCodes(userId, code, address) {
      await countAttempt(userId, address, () => takeCode(userId, code));
      const codes = createRecoveryCodes();
      const hashes = codes.map((one) => hashSecret(normaliseCode(one)));
      if (!(await store.replaceRecoveryCodes(userId, hashes))) throw new AppError('factor.none');
      return codes;
    },

    async remove(userId) {
      if (!(await store.remove(userId))) throw new AppError('factor.none');
    },
  };
}
