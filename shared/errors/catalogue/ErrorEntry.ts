/**
 * One error the product can answer with: the HTTP status it travels with, and what the user reads, saying
 * what happened, what is kept and what to do. `{name}` is filled from the error's parameters.
 */
export type ErrorEntry = { status: number; uk: string; en: string };
