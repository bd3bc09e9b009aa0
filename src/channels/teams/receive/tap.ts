import type { Language } from "../../../text/text.ts";
import type { Tapped } from "../../cards/read-tapped.ts";
import type { Speaker } from "../arrivals/arrivals.ts";
import type { TeamsActivity } from "./read-activity.ts";
import type { ReceiveParts } from "./receive-parts.ts";

export type Invoke = Extract<TeamsActivity, { kind: "invoke" }>;

/** A tap or dialog once it is known whose it is and that Luotsi drew it. */
export interface Tap {
  readonly parts: ReceiveParts;
  readonly heard: Invoke;
  readonly speaker: Speaker;
  readonly language: Language;
  readonly tapped: Tapped;
}

/** A channel's card that is tapped is the first message of its own thread, but stands in the channel. */
export function tappedIn(heard: Invoke): Invoke {
  return heard.spot.root !== undefined && heard.spot.root === heard.message
    ? { ...heard, spot: { ...heard.spot, root: undefined } }
    : heard;
}
