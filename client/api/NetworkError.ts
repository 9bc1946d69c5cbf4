/** The server was not reached, or did not answer as the API does. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  /** True of a change: nobody here knows whether it was made. */
  readonly isOfChange: boolean;

  constructor(
    message: string,
    { isOfChange = false, ...options }: ErrorOptions & { isOfChange?: boolean } = {},
  ) {
    super(message, options);
    this.isOfChange = isOfChange;
  }
}
