/** What concerns the signed-in person. */
export const noticesKey = ['notices'] as const;
