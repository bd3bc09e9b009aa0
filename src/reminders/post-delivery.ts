import { PostFailed } from "../channels/channel.ts";
import type { Place } from "../channels/place.ts";
import type { Target } from "../channels/targets-for.ts";
import type { Outcome } from "../deliveries/due/claim.ts";
import type { Delivery } from "../deliveries/due/delivery.ts";
import { inTurn } from "../deliveries/in-turn.ts";
import { listUnsettled, type Unsettled } from "../deliveries/unsettled.ts";
import type { Message } from "../message/message.ts";
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";
import type { DuePorts, Sending } from "./send-due.ts";

export interface PostPorts {
  readonly store: Store;
  /** On which installation a person is reached now; none when nothing is connected, or they want nothing. */
  targetsFor(company: string, place: Place): Promise<readonly Target[]>;
  /** The words of what is due, from the state at this moment, and what is to be remembered of them; undefined when there is nothing to say. */
  draw(
    delivery: Delivery,
  ): Promise<{ readonly message: Message; readonly shown: readonly string[]; readonly asks?: true } | undefined>;
  now(): number;
  readonly log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
}

/**
 * So many are made ready at once. More would not be quicker, and where the store is slow all of them would be ready only when their claims are over: then
 * none would ever be sent.
 */
const MOST_MADE_READY = 24;
/** Nothing is connected there: it may be at the next look. */
const NOWHERE_SECONDS = 300;
const SOON_SECONDS = 5;

/**
 * Sends what is due through the channel of its person, behind what people wait for. One that may have arrived before is asked of the platform; where that
 * cannot tell, it is not repeated but listed for the admin: next week's message and Home tell it again (DESIGN: "Deliveries"). Never throws.
 */
export function postDelivery(ports: PostPorts): DuePorts["send"] {
  const { store, log } = ports;
  const turn = inTurn();
  let asked = 0;

  const list = (delivery: Delivery, outcome: Unsettled["outcome"]) => {
    const entry = { id: delivery._id, place: { kind: "private" }, class: "reminder" } as const;
    log.warn({ company: delivery.company, delivery: delivery._id, outcome }, "unclear whether this was sent");
    return listUnsettled(store, delivery, entry, outcome, ports.now());
  };

  /** What the platform knows of an earlier sending; undefined when it did not arrive. */
  async function lookUp(delivery: Delivery, { channel }: Target): Promise<Outcome | undefined> {
    const { _id, company, person } = delivery;
    const found = await channel.find(company, { kind: "private", person }, _id);
    await list(delivery, found === "absent" ? "repeated" : found === "unknown" ? "dropped" : "found");
    if (found === "absent") return undefined;
    if (found === "unknown") return { kind: "unclear" };
    // As near as one can tell afterwards to what it said.
    return { kind: "sent", ...found, ...remembered(await ports.draw(delivery)) };
  }

  /** Its words, once it may be sent; or in how many seconds to come again. What the platform has no room for costs no words. */
  async function makeReady(delivery: Delivery, { channel }: Target, { begin, maySend }: Sending) {
    if (!maySend()) return { seconds: 1 };
    const seconds = await channel.stormWait?.(delivery.company, { kind: "private", person: delivery.person });
    if (seconds) return { seconds };
    const drawn = await ports.draw(delivery);
    if (!drawn) return "nothing";
    return (await begin()) ? drawn : { seconds: 1 };
  }

  async function post(delivery: Delivery, options: Sending, progress: { posting: boolean }): Promise<Outcome> {
    const { _id, company, person } = delivery;
    const { doubtful, maySend } = options;
    const place = { kind: "private", person } as const;
    const [target] = await ports.targetsFor(company, place);
    if (!target) return nowhere(doubtful);
    const { channel } = target;
    const known = doubtful ? await lookUp(delivery, target) : undefined;
    if (known) return known;
    const drawn = await turn(`${asked++ % MOST_MADE_READY}`, () => makeReady(delivery, target, options));
    if (drawn === "nothing") return { kind: "dropped", reason: "nothing" };
    if ("seconds" in drawn) return { kind: "later", seconds: drawn.seconds };
    progress.posting = true;
    const posted = await channel.post(company, place, drawn.message, _id, "storm", maySend);
    return { kind: "sent", ...posted, ...remembered(drawn) };
  }

  return async (delivery, options) => {
    const progress = { posting: false };
    try {
      return await post(delivery, options, progress);
    } catch (error) {
      const { company, _id } = delivery;
      const outcome = failed(error, options.doubtful && !progress.posting, progress.posting);
      if (outcome.kind === "dropped") await list(delivery, "given-up");
      const expected = error instanceof PostFailed || error instanceof StoreUnavailable;
      const waits = error instanceof PostFailed && error.waiting;
      if (!waits)
        log[expected ? "warn" : "error"]({ company, delivery: _id, err: error, outcome: outcome.kind }, "not sent yet");
      return outcome;
    }
  };
}

function remembered(
  drawn: Awaited<ReturnType<PostPorts["draw"]>>,
): Pick<NonNullable<Delivery["posted"]>, "shown" | "asks"> {
  return drawn ? { shown: [...drawn.shown], ...(drawn.asks ? { asks: drawn.asks } : {}) } : {};
}

function nowhere(doubtful: boolean): Outcome {
  return doubtful
    ? { kind: "in-doubt", seconds: NOWHERE_SECONDS }
    : { kind: "failed", retryAfterSeconds: NOWHERE_SECONDS };
}

/** `asking`: nothing was posted now, but it is still not known whether it was before. `posting`: an earlier one is known not to have arrived. */
function failed(error: unknown, asking: boolean, posting: boolean): Outcome {
  const known = error instanceof PostFailed ? error : undefined;
  const seconds = known?.retryAfterSeconds;
  if (asking || known?.unclear) return { kind: "in-doubt", seconds: Math.max(SOON_SECONDS, seconds ?? 0) };
  const earlier = posting ? ({ absent: true } as const) : {};
  if (error instanceof StoreUnavailable) return { kind: "later", seconds: SOON_SECONDS, ...earlier };
  if (known?.hopeless) return { kind: "dropped", reason: "given-up" };
  return seconds === undefined ? { kind: "failed" } : { kind: "later", seconds, ...earlier };
}
