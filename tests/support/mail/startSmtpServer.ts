import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on this machine, which keeps what it took. */
export type TestSmtpServer = {
  port: number;
  /** What it said yes to, in order. */
  readonly mails: (ParsedMail & { rcpt: string[] })[];
  /** How many connections were made. */
  readonly connections: number;
  /** Codes with which recipients are refused. */
  readonly refusedRecipients: Map<string, string>;
  /** `die`: takes the mail, keeps it, and breaks off before saying so; `hang`: never answers to the mail. */
  mode: 'take' | 'die' | 'hang' | { refuse: string };
  /** Waits for so many mails. */
  stop(): Promise<void>;
};

type Options = { port?: number; server?: SMTPServerOptions };

export async function startSmtpServer({
  port = 0,
  server: options = {},
}: Options = {}): Promise<TestSmtpServer> {
  const mails: TestSmtpServer['mails'] = [];
  const refusedRecipients = new Map<string, string>();
  let connections = 0;
  const sockets = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect(_session, done) {
      connections++;
      done();
    },
    onRcptTo({ address }, _session, done) {
      const refusal = refusedRecipients.get(address);
      done(refusal === undefined ? null : toSmtpError(refusal));
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const { mode } = here;
        if (typeof mode === 'object') return done(toSmtpError(mode.refuse));
        mails.push({ ...mail, rcpt: session.envelope.rcptTo.map(({ address }) => address) });
        if (mode === 'take') return done();
        if (mode === 'die') for (const socket of sockets) socket.destroy();
      }, done);
    },
    ...options,
  });
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // A client that breaks off is what some tests are about.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const here: TestSmtpServer = {
    port: address.port,
    mails,
    get connections() {
      return connections;
    },
    refusedRecipients,
    mode: 'take',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return here;
}

/** `550 5.1.1 No such user` as smtp-server says it. */
function toSmtpError(text: string): Error {
  const code = Number(text.slice(0, 3));
  return Object.assign(new Error(text.slice(4)), { responseCode: code });
}
