/** A refusal by the cloud, as handlers and the wire throw it. `code` is the cloud's own. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
