import { z } from "zod";
import { PostFailed } from "../channel.ts";

/** Microsoft's login did not give a token; the message says what to look at. Never holds the secret. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

/** What the Bot Connector answered, or that nothing came. */
export interface Failure {
  /** Undefined when there was no answer. */
  readonly status: number | undefined;
  /** "MessageWritesBlocked", "ConversationNotFound"; the network's word ("ECONNREFUSED") where there was no answer. */
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  readonly text: string;
}

const bodySchema = z.looseObject({
  error: z.looseObject({ code: z.string().max(200).optional() }).optional(),
  message: z.string().max(2000).optional(),
});
const answeredSchema = z.looseObject({
  response: z.looseObject({
    status: z.number(),
    headers: z.looseObject({ "retry-after": z.string().max(100).optional() }).optional(),
    data: z.unknown().optional(),
  }),
});

/** Reads an error of the SDK's HTTP client. The error itself holds the request with its token, so nothing of it is kept or logged. */
export function readFailure(error: unknown): Failure {
  if (error instanceof TokenRefused)
    return { status: undefined, code: "TokenRefused", retryAfterSeconds: 60, text: error.message };
  const answered = answeredSchema.safeParse(error);
  if (!answered.success) {
    const code = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
    return {
      status: undefined,
      code: typeof code === "string" ? code : "Unknown",
      retryAfterSeconds: undefined,
      text: "",
    };
  }
  const { status, headers, data } = answered.data.response;
  const body = bodySchema.safeParse(data);
  const code = body.success ? (body.data.error?.code ?? subCodeOf(body.data.message)) : undefined;
  return { status, code: code ?? "", retryAfterSeconds: secondsOf(headers?.["retry-after"]), text: "" };
}

/** A person who blocked Luotsi is told of inside the message: `{"subCode":"MessageWritesBlocked",…}` (Teams, "Proactive messages: status codes"). */
function subCodeOf(message: string | undefined): string | undefined {
  return /"subCode"\s*:\s*"(\w+)"/.exec(message ?? "")?.[1];
}

/** Seconds, or a date from which they are counted. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : undefined;
}

/** Someone blocked Luotsi, or took it away: nothing is sent there until they write themselves, or add it again. */
export class Unwelcome extends PostFailed {}

/** Never reached Teams: the name was not found, nobody listened. */
const NOT_SENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The failure in the port's words, with advice for whoever runs Luotsi. */
export function postFailed(failure: Failure): PostFailed {
  const { status, code, retryAfterSeconds } = failure;
  const told = `${status ?? "no answer"}${code === "" ? "" : ` ${code}`}`;
  if (code === "TokenRefused") return new PostFailed(failure.text, { retryAfterSeconds: retryAfterSeconds ?? 60 });
  if (status === undefined && NOT_SENT.has(code))
    return new PostFailed(`Teams could not be reached (${told}). Is this machine on the network?`, {
      retryAfterSeconds: 5,
    });
  if (status === undefined) return new PostFailed(`Teams did not answer (${told})`, { unclear: true });
  if (status === 401)
    return new PostFailed(
      `Teams refused Luotsi's token (${told}). Compare TEAMS_CLIENT_ID, TEAMS_TENANT_ID and the secret or certificate with the app registration`,
      { retryAfterSeconds: 60 },
    );
  if (status === 403)
    return new Unwelcome(`Luotsi was blocked or removed there (${told}). It is back when someone adds it again`, {
      hopeless: true,
    });
  if (status === 404)
    return new PostFailed(`The chat, channel or message is no longer there (${told})`, { hopeless: true });
  if (status === 413) return new PostFailed(`The message is too large for Teams (${told})`, { hopeless: true });
  if (status === 429 || status === 412 || status === 503)
    return new PostFailed(`Teams asks to wait (${told})`, { retryAfterSeconds: retryAfterSeconds ?? 5 });
  if (status >= 500) return new PostFailed(`Teams failed (${told})`, { unclear: true, retryAfterSeconds: 2 });
  return new PostFailed(`Teams refused the message (${told})`, { hopeless: true });
}
