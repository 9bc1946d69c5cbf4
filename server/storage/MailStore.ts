import type { Language } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { StoredNotice } from './NoticeStore.ts';

/** Where one person gets mail, and how sending there goes. */
export type StoredMailAddress = {
  userId: UserId;
  address: string;
  language: Language;
  /** When the address was given; goes into the link that confirms it. */
  askedAt: number;
  /** When the link was mailed; null while it waits. */
  confirmationSentAt: number | null;
  /** Null: nothing but the link is sent. */
  confirmedAt: number | null;
  /** When the person unsubscribed; null for who has not. */
  stoppedAt: number | null;
  /** When the mail server refused the address for good; null for one that works. */
  failedAt: number | null;
  /** Since the last success. */
  attempts: number;
  nextAttemptAt: number;
  lastError: string | null;
  lastErrorAt: number | null;
  lastSentAt: number | null;
};

/** One mail that is this process's to send until the claim ends. */
export type MailClaim = {
  /** What {@link MailStore.settle} and the others know it by. */
  id: string;
  address: StoredMailAddress;
} & (
  | { kind: 'confirmation' }
  /** `batch` stays with these notices while it is not known whether they arrived. */
  | { kind: 'digest'; batch: string; notices: StoredNotice[] }
);

export type ClaimOptions = {
  now: number;
  /** Nothing new for so long, or something that waits for `longestMs`: then it is time. */
  quietMs: number;
  longestMs: number;
  /** After which a claim that was neither settled nor failed is anybody's. */
  leaseMs: number;
};

export type MailFailure = {
  now: number;
  error: string;
  nextAttemptAt: number;
  /** The mail may have arrived: what is sent next is the same mail. */
  isUnsure: boolean;
};

/** What waits for one person. */
export type WaitingMail = {
  userId: UserId;
  kind: MailClaim['kind'];
  /** Notices; 1 for a confirmation. */
  count: number;
  since: number;
  attempts: number;
  nextAttemptAt: number;
  lastError: string | null;
};

/**
 * Addresses, and mail that waits. The outbox are the notices themselves: one that is to be mailed says so from the
 * transaction in which it is written, for whom mail works at that moment and who wants its kind by mail.
 */
export type MailStore = {
  findAddress(userId: UserId): Promise<StoredMailAddress | null>;
  listAddresses(): Promise<StoredMailAddress[]>;
  /** In place of the one before, and to be confirmed. What waited is not mailed any more. */
  setAddress(userId: UserId, address: string, language: Language, now: number): Promise<void>;
  /** Absent keys stay. What waited when mail is stopped or begins again is not mailed any more. False without an address. */
  changeAddress(
    userId: UserId,
    change: { language?: Language; isStopped?: boolean },
    now: number,
  ): Promise<boolean>;
  /** True when there was one. */
  removeAddress(userId: UserId): Promise<boolean>;
  /** False when this address, given at this moment, is not (any more) the person's. */
  confirm(userId: UserId, address: string, askedAt: number, now: number): Promise<boolean>;
  /**
   * The next mail that is due, of whoever waits longest; null for none. Of two processes one gets it. What was read
   * meanwhile is left out; a batch that was claimed before and not settled comes first, as it was.
   */
  claim(options: ClaimOptions): Promise<MailClaim | null>;
  /** It is done with: sent, or (`isSent` false) nobody needs it any more. */
  settle(claim: MailClaim, now: number, isSent: boolean): Promise<void>;
  /** It is tried again. */
  fail(claim: MailClaim, failure: MailFailure): Promise<void>;
  /** The mail was refused for good: it is dropped, and with `isAddress` nothing more is sent there. */
  giveUp(claim: MailClaim, now: number, error: string, isAddress: boolean): Promise<void>;
  /** The longest waiting first. */
  listWaiting(): Promise<WaitingMail[]>;
};
