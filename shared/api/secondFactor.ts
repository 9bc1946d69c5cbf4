import { z } from 'zod';

/** Of the second factor: a code of the phone after the password. */

/** Six digits of the phone, or a recovery code. */
export const FactorCode = z.string().trim().min(1).max(40);

export const FactorState = z.object({ isOn: z.boolean(), recoveryCodesLeft: z.int() });
export type FactorState = z.infer<typeof FactorState>;

/** Asked for by who has the password, and not by who found an open browser. Empty for who has none and signed in just now. */
export const FactorProposeRequest = z.object({ password: z.string().max(200) });
export type FactorProposeRequest = z.infer<typeof FactorProposeRequest>;

/** The only time the secret is shown: in base 32, and as the address that a QR code says. */
export const FactorProposal = z.object({ secret: z.string(), address: z.string() });
export type FactorProposal = z.infer<typeof FactorProposal>;

export const FactorCodeRequest = z.object({ code: FactorCode });
export type FactorCodeRequest = z.infer<typeof FactorCodeRequest>;

/** POST recovery: by who has the password and a code. Empty for who has no password and signed in just now. */
export const FactorRenewRequest = z.object({ password: z.string().max(200), code: FactorCode });
export type FactorRenewRequest = z.infer<typeof FactorRenewRequest>;

/** The only time the recovery codes are shown: only their hashes are kept. */
export const FactorRecovery = z.object({ recoveryCodes: z.array(z.string()) });
export type FactorRecovery = z.infer<typeof FactorRecovery>;
