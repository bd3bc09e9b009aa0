import type { FormValues } from "../message/form.ts";
import type { Place } from "./place.ts";

interface IncomingBase {
  /** The platform's id of this event, the same at every redelivery; at most 200 characters. */
  readonly eventId: string;
  readonly company: string;
  /** Who did it: a person of the company, resolved from the account by the channel. */
  readonly person: string;
  /** When the person did it, by the platform's clock, milliseconds since 1970. */
  readonly at: number;
  readonly place: Place;
}

/** A file that somebody sent. It is fetched when it is read, once, and never more of it than `most` bytes. */
export interface SentFile {
  readonly kind: "one";
  readonly name: string;
  /** In bytes, as far as the platform tells. */
  readonly size?: number;
  /** Never throws: what cannot be reached is said. */
  readonly read: (most: number) => Promise<FetchedFile>;
}

export type FetchedFile =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" | "unreachable" };

/** What people did, the same from every platform. */
export type Incoming =
  /**
   * Someone wrote. In a channel or thread `addressed` says that the coach was mentioned or a command was used. `elsewhere`: the command was used in a
   * channel where the coach is not; `place` is the person's private chat then.
   */
  | (IncomingBase & {
      readonly kind: "said";
      readonly text: string;
      readonly message: string;
      readonly addressed: boolean;
      readonly elsewhere?: true;
    })
  /** Someone changed or removed a message of theirs; `message` is the id that `said` carried. */
  | (IncomingBase & { readonly kind: "edited"; readonly text: string; readonly message: string })
  | (IncomingBase & { readonly kind: "deleted"; readonly message: string })
  /** Someone tapped; `message` is the tapped message, `values` what stood in the message's own form. */
  | (IncomingBase & {
      readonly kind: "tapped";
      readonly action: string;
      readonly message: string;
      readonly values?: FormValues;
    })
  | (IncomingBase & { readonly kind: "submitted"; readonly action: string; readonly values?: FormValues })
  /** Someone sent a file or a voice note; `file` where the channel can fetch it. */
  | (IncomingBase & { readonly kind: "sent-file"; readonly file?: SentFile | { readonly kind: "several" } })
  /** Someone chose to make an action of a message (a message shortcut); the outcome is a form. */
  | (IncomingBase & { readonly kind: "noted"; readonly text: string; readonly message: string })
  /** Someone opened the private chat or Home, or joined a channel. The channel may tell this as often as it likes. */
  | (IncomingBase & { readonly kind: "opened"; readonly home?: true })
  | (IncomingBase & { readonly kind: "joined" })
  /** Someone added the coach to a channel; `byUnknown`: the platform did not tell who, and `person` is merely one of its people. */
  | (IncomingBase & { readonly kind: "added"; readonly byUnknown?: true });
