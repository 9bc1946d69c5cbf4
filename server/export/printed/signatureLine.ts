/** A line to sign on, or to write a name on by hand. */
export const signatureLine = '_'.repeat(14);
