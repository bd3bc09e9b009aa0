/** The store cannot be reached, or did not answer: what was asked may or may not have been done. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly retryAfterSeconds: number;
  constructor(message: string, options: { readonly cause?: unknown; readonly retryAfterSeconds?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds ?? 1;
  }
}

/** A document does not fit its collection's schema: a mistake of ours, never of a person's. Names fields, never values. */
export class StoredDocumentInvalid extends Error {
  override readonly name = "StoredDocumentInvalid";
}

/** The store cannot be opened at start: the message says what is wrong and how to mend it; nothing was overwritten. */
export class StoreNotOpened extends Error {
  override readonly name = "StoreNotOpened";
}

/**
 * The store was asked something that its port does not allow: an undeclared query, a value that is no scalar, a path with "$". A mistake
 * of ours, found before anything reaches the database. Names fields, never values.
 */
export class StoreMisused extends Error {
  override readonly name = "StoreMisused";
}
