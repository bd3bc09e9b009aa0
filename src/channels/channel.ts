import type { Form } from "../message/form.ts";
import type { Message } from "../message/message.ts";
import type { Incoming } from "./incoming.ts";
import type { Place } from "./place.ts";

/** The platform's own name for a message that was posted: what it needs to edit it, and to answer in its thread. */
export interface Posted {
  readonly message: string;
  /** The platform's clock, milliseconds since 1970. */
  readonly at: number;
}

/**
 * The message id of a person's Home in their private place. Where the platform has a Home (Slack), editing this message draws it, and what is tapped
 * there comes from this message; elsewhere editing it does nothing.
 */
export const HOME = "home";

/** "storm": a reminder, one of perhaps many at the same time; what people wait for ("reply", unless told) goes before it. */
export type Hurry = "reply" | "storm";

/** A platform to speak on. Throws PostFailed; drawing is pure and never throws for a message within LIMITS. */
export interface Channel {
  readonly platform: "web" | "slack" | "teams";
  /** Set where something in a channel can be shown to one person alone (a place with `only`). */
  readonly whispers?: true;
  /**
   * Posts a message. `delivery` travels with it, so that `find` can tell whether it arrived. Where it may have waited for its turn, `mayGo` is asked
   * right before it leaves: false when another process may send it by now; then nothing is sent, and PostFailed thrown.
   */
  post(
    company: string,
    place: Place,
    message: Message,
    delivery: string,
    hurry?: Hurry,
    mayGo?: () => boolean,
  ): Promise<Posted>;
  /**
   * For a storm's message that is not made ready yet: in how many seconds it is to come again, at a time of its own, where it would wait too long for its
   * turn; 0: it may be posted. Missing where nothing is paced.
   */
  stormWait?(company: string, place: Place): Promise<number>;
  /** Replaces a posted message. Editing twice does no harm. */
  edit(company: string, place: Place, posted: string, message: Message): Promise<void>;
  /** Whether a sending whose answer was lost arrived: the posted message, "absent", or "unknown" where the platform cannot be asked. */
  find(company: string, place: Place, delivery: string): Promise<Posted | "absent" | "unknown">;
  /** Shows that the coach is about to say something; does nothing where the platform has no such sign. */
  showTyping(company: string, place: Place): Promise<void>;
}

/** What the coach made of an incoming thing. It comes after the durable write: the channel acknowledges then, and not if `receive` throws. */
export type Outcome =
  /**
   * `notice` is a sentence for this person's eyes alone, shown where they tapped: an old button, someone else's card. `inPrivate`: what they asked for
   * stands in their private chat, so a channel that can links there.
   */
  | { readonly kind: "taken"; readonly notice?: string; readonly inPrivate?: true }
  /** Taken earlier; nothing was done now. */
  | { readonly kind: "repeated" }
  /** The answer to a tap that opens a form (nothing was written), or to a submitted form that leads on to another one in the same dialog (it was). */
  | { readonly kind: "form"; readonly form: Form }
  /** The answer to a submitted form that has mistakes: field id → sentence. Nothing was written; the form stays open. */
  | { readonly kind: "mistakes"; readonly mistakes: { readonly [field: string]: string } };

/** The coach as channels see it. Throws StoreUnavailable when nothing could be written: then do not acknowledge. */
export interface Receiver {
  receive(incoming: Incoming): Promise<Outcome>;
}

/** The platform refused or could not be reached. The message advises whoever runs Luotsi. */
export class PostFailed extends Error {
  override readonly name = "PostFailed";
  /** Set where waiting helps. */
  readonly retryAfterSeconds: number | undefined;
  /** True when the message may have arrived all the same (the answer was lost). */
  readonly unclear: boolean;
  /** True when trying the same again can never succeed: what stands behind it need not wait for it. */
  readonly hopeless: boolean;
  /** True when nothing is wrong: what goes before it is still under way, or the platform's limits leave no room yet. */
  readonly waiting: boolean;
  constructor(
    message: string,
    options: {
      readonly cause?: unknown;
      readonly retryAfterSeconds?: number;
      readonly unclear?: boolean;
      readonly hopeless?: boolean;
      readonly waiting?: boolean;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.unclear = options.unclear ?? false;
    this.hopeless = options.hopeless ?? false;
    this.waiting = options.waiting ?? false;
  }
}
