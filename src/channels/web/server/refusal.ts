import type { Language, Say } from "../../../text/text.ts";
import { words } from "../../../text/text.ts";

/** Something that the web chat does not do, with the sentence that the person reads. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: 400 | 403 | 404 | 405 | 411 | 413 | 415 | 422 | 429 | 503;
  readonly tell: (say: Say) => string;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: Refusal["status"], tell: (say: Say) => string, retryAfterSeconds?: number) {
    super(`Refused with ${status}`);
    this.status = status;
    this.tell = tell;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The same as an answer to the page. */
export function refusalResponse(refusal: Refusal, language: Language): Response {
  const headers = refusal.retryAfterSeconds === undefined ? {} : { "retry-after": `${refusal.retryAfterSeconds}` };
  return Response.json({ sentence: refusal.tell(words(language)) }, { status: refusal.status, headers });
}
