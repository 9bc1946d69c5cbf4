/** The server was not reached, or did not answer as the API does. Nothing is known to have changed. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}
