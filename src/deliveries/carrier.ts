import { type Channel, type Posted, PostFailed } from "../channels/channel.ts";
import { type Place, placeKey } from "../channels/place.ts";
import type { Message } from "../message/message.ts";
import type { Store } from "../store/store.ts";
import type { inTurn } from "./in-turn.ts";
import type { Outgoing, Speaker } from "./outbox.ts";
import { paced } from "./paced.ts";
import { listUnsettled, type Unsettled } from "./unsettled.ts";

export interface CarrierPorts {
  readonly store: Store;
  /** The channel on which a place is reached now; undefined when it is not connected. */
  channelFor(company: string, place: Place): Promise<Channel | undefined>;
  /** The words and card of what is to be told, from the state at this moment; undefined when there is nothing to say any more. */
  draw(company: string, place: Place, tell: Outgoing["tell"]): Promise<Message | undefined>;
  /** Where a round's view stands, once it is posted. */
  findView(round: string, key: string): Promise<{ readonly message: string; readonly place: Place } | undefined>;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
  /** DESIGN: "progress cards at most one edit in 3 s". */
  readonly redrawEveryMs: number;
}

export type Result =
  | { readonly kind: "done"; readonly entry: Outgoing; readonly key?: string; readonly posted?: Posted }
  | {
      readonly kind: "failed";
      readonly entry: Outgoing;
      readonly unclear: boolean;
      /** Trying again never helps. */
      readonly hopeless?: boolean;
      readonly retryAfterSeconds: number;
    };

/** Carries one outgoing thing to its place. Never throws: what went wrong is its result. */
export interface Carrier {
  /** `recovering`: its sender is gone, so nobody knows whether it arrived. */
  send(record: Speaker, entry: Outgoing, recovering: boolean): Promise<Result>;
  /** Delivery → where it was posted, until its record says so. */
  readonly justPosted: Map<string, Posted>;
}

export function createCarrier(ports: CarrierPorts, atPlace: ReturnType<typeof inTurn>): Carrier {
  const { store, now, log } = ports;
  const pace = paced({ everyMs: ports.redrawEveryMs, now, wait: ports.wait });
  const justPosted = new Map<string, Posted>();

  async function sendOne(record: Speaker, entry: Outgoing, recovering: boolean): Promise<Result> {
    try {
      const channel = await ports.channelFor(record.company, entry.place);
      if (!channel) return { kind: "failed", entry, unclear: false, retryAfterSeconds: 300 };
      // A definite failure ("attempts" counted, state "sending") needs no question; a sender that vanished does.
      if (entry.state === "unclear" || (recovering && entry.attempts === 0)) {
        const found = await lookUp(channel, record, entry);
        if (found) return found;
      }
      return await carry(channel, record, entry);
    } catch (error) {
      const failed = error instanceof PostFailed ? error : undefined;
      log.warn({ company: record.company, record: record._id, delivery: entry.id, err: error }, "not sent yet");
      return {
        kind: "failed",
        entry,
        unclear: failed?.unclear ?? false,
        hopeless: failed?.hopeless ?? false,
        // 1 s, 4 s, 16 s … an hour: a platform that is away for an hour still gets everything.
        retryAfterSeconds: Math.max(failed?.retryAfterSeconds ?? 0, Math.min(3600, 4 ** entry.attempts)),
      };
    }
  }

  /** Whether a sending of unknown fate needs no repeating: it arrived, or its class says that silence does less harm. */
  async function lookUp(channel: Channel, record: Speaker, entry: Outgoing): Promise<Result | undefined> {
    if (keyIfKnown(record, entry) !== undefined || entry.how.kind === "edit" || entry.how.kind === "redraw")
      return undefined;
    const found = await channel.find(record.company, entry.place, entry.id);
    const outcome = lookedUp(found, entry);
    log.warn(
      { company: record.company, record: record._id, delivery: entry.id, outcome },
      "unclear whether this was sent",
    );
    await listUnsettled(store, record, entry, outcome, now());
    if (typeof found === "object") return done(entry, found);
    return outcome === "dropped" ? { kind: "done", entry } : undefined;
  }

  async function carry(channel: Channel, record: Speaker, entry: Outgoing): Promise<Result> {
    const { how, place } = entry;
    if (how.kind === "redraw") return redraw(record.company, entry, how);
    const standing = how.kind === "edit" ? how.message : keyIfKnown(record, entry);
    if (how.kind === "post" && place.kind === "private") await channel.showTyping(record.company, place);
    const message = await ports.draw(record.company, place, entry.tell);
    if (!message) return { kind: "done", entry };
    if (standing !== undefined) {
      const edited = await editIfThere(() => channel.edit(record.company, place, standing, message));
      // A view whose message was deleted is posted anew; a receipt on a message that is gone is not missed.
      if (edited || how.kind === "edit") return { kind: "done", entry };
    }
    const posted = await channel.post(
      record.company,
      place,
      message,
      entry.id,
      entry.class === "reminder" ? "storm" : "reply",
    );
    justPosted.set(entry.id, posted);
    return done(entry, posted);
  }

  /** Progress that many people make at once is drawn once for all of them. */
  async function redraw(
    company: string,
    entry: Outgoing,
    { round, key }: { readonly round: string; readonly key: string },
  ): Promise<Result> {
    await pace(`${round} ${key}`, async () => {
      const view = await ports.findView(round, key);
      const channel = view && (await ports.channelFor(company, view.place));
      const message = view && (await ports.draw(company, view.place, entry.tell));
      if (view && channel && message)
        await atPlace(placeKey(view.place), () => channel.edit(company, view.place, view.message, message));
    });
    return { kind: "done", entry };
  }

  return {
    justPosted,
    send: (record, entry, recovering) => {
      const work = () => sendOne(record, entry, recovering);
      return entry.how.kind === "redraw" ? work() : atPlace(placeKey(entry.place), work);
    },
  };
}

/** False when the message cannot be drawn anew and waiting would not help: it was deleted. What stands behind it must not wait for it. */
async function editIfThere(edit: () => Promise<void>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (error instanceof PostFailed && !error.unclear && error.retryAfterSeconds === undefined) return false;
    throw error;
  }
}

/** The platform's id of the owner's view, where it stands already. */
function keyIfKnown(record: Speaker, { how }: Outgoing): string | undefined {
  return how.kind === "view" ? record.messages[how.key]?.id : undefined;
}

function done(entry: Outgoing, posted: Posted): Result {
  const key = keyOf(entry.how);
  return key === undefined ? { kind: "done", entry } : { kind: "done", entry, key, posted };
}

/** Under which key the record remembers a posted message. */
export function keyOf(how: Outgoing["how"]): string | undefined {
  return how.kind === "view" ? how.key : how.kind === "post" ? how.remember : undefined;
}

function lookedUp(found: Posted | "absent" | "unknown", entry: Outgoing): Unsettled["outcome"] {
  if (found === "absent") return "repeated";
  if (found === "unknown") return entry.class === "reminder" ? "dropped" : "repeated";
  return "found";
}
