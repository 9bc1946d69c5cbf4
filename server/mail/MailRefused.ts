import { z } from 'zod';

/** What nodemailer says of a failure. */
const SmtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
  errno: z.unknown().optional(),
  syscall: z.string().optional(),
  message: z.string(),
});

/**
 * Why a mail was not taken. `recipient`: there is no such mailbox; `message`: this mail is refused for good; `later`: this
 * mail is refused for now; `server`: nothing can be sent, and nothing was; `unsure`: the connection broke off, and the
 * mail may have arrived.
 */
export type RefusalKind = 'recipient' | 'message' | 'later' | 'server' | 'unsure';

export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }

  static from(error: unknown): MailRefused {
    if (error instanceof MailRefused) return error;
    const parsed = SmtpError.safeParse(error);
    if (!parsed.success) return new MailRefused('server', String(error), { cause: error });
    const { response, message, code } = parsed.data;
    const detail = response ?? (code === undefined ? message : `${code}: ${message}`);
    return new MailRefused(classify(parsed.data), detail.slice(0, 500), { cause: error });
  }
}

const brokeOff = new Set(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EABORT']);

function classify({
  code,
  command,
  response = '',
  responseCode,
  syscall,
}: z.infer<typeof SmtpError>): RefusalKind {
  if (responseCode === undefined) {
    const neverConnected = syscall !== undefined && /^(connect|getaddrinfo|query)/.test(syscall);
    return code !== undefined && brokeOff.has(code) && !neverConnected ? 'unsure' : 'server';
  }
  // 503: the conversation went wrong, and not the mail. 421: the server says goodbye to everybody.
  if (responseCode === 503 || responseCode === 421) return 'server';
  const isForGood = responseCode >= 500;
  if (command === 'DATA') return isForGood ? 'message' : 'later';
  if (command !== 'RCPT TO') return 'server';
  if (!isForGood) return 'later';
  // A server that will not relay for us, or not now, says so here too: that is no fault of the address.
  return responseCode === 530 || /^\d{3}[ -]5\.7\./.test(response) ? 'server' : 'recipient';
}
