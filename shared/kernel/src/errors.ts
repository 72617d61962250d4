/** Why a verb refused; doors map each code once (problem+json, an error page, spoken words, a job's retry). */
export type DeskErrorCode =
  | 'not-found'
  | 'not-allowed'
  | 'conflict'
  | 'invalid'
  | 'not-now'
  | 'gone'
  | 'too-many'
  | 'broken';

/**
 * A refusal with two faces: a message key that doors translate for the public, and a detail for operators only.
 *
 * Guarantee: `detail` never reaches the public; `publicKey` never holds personal data.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: DeskErrorCode;
  readonly publicKey: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: DeskErrorCode,
    publicKey: string,
    options: { detail?: string; params?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(options.detail ?? publicKey, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.publicKey = publicKey;
    this.params = options.params ?? {};
  }
}

/** Tells whether an error is a refusal of ours rather than a fault. */
export function isDeskError(error: unknown): error is DeskError {
  return error instanceof DeskError;
}
