import { type Posted, PostFailed } from "../channels/channel.ts";
import type { Place } from "../channels/place.ts";
import type { Target } from "../channels/targets-for.ts";
import type { Message } from "../message/message.ts";
import type { Store } from "../store/store.ts";
import type { inTurn } from "./in-turn.ts";
import type { Outgoing, Speaker } from "./outbox.ts";
import { createRedraw, editIfThere, isPaced, onTarget } from "./redraw.ts";
import { installationKey, messageAt } from "./standing.ts";
import { listUnsettled, type Unsettled } from "./unsettled.ts";

export interface CarrierPorts {
  readonly store: Store;
  /** On which installations a place is reached now; none when nothing is connected. */
  targetsFor(company: string, place: Place): Promise<readonly Target[]>;
  /** Every installation on which a person is known: each may have a Home. */
  homesOf(company: string, person: string): Promise<readonly Target[]>;
  /** The words and card of what is to be told, from the state at this moment; undefined when there is nothing to say any more. */
  draw(company: string, place: Place, tell: Outgoing["tell"]): Promise<Message | undefined>;
  /** Where a round's views stand, and what its record remembers of them; undefined when the round is gone. */
  findView(
    round: string,
    key: string,
  ): Promise<{ readonly place: Place; readonly messages: Speaker["messages"] } | undefined>;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
  /** DESIGN: "progress cards at most one edit in 3 s"; a person's Home likewise. */
  readonly redrawEveryMs: number;
}

/** What waits for its turn is told of only when it has waited so often: for half a minute or so. */
const LONG_WAIT = 3;

/** One outgoing thing for one installation. */
export interface Task {
  readonly entry: Outgoing;
  /** What has one lane goes one after another; what fails holds up its own lane only. */
  readonly lane: string;
  /** Nothing waits for it (isPaced). */
  readonly paced: boolean;
  /** None where no channel is connected, and for what is paced. */
  readonly target: Target | undefined;
}

export type Result =
  | { readonly kind: "done"; readonly task: Task; readonly posted?: Posted }
  | {
      readonly kind: "failed";
      readonly task: Task;
      readonly unclear: boolean;
      /** Trying again never helps. */
      readonly hopeless: boolean;
      readonly retryAfterSeconds: number;
    };

/** Carries outgoing things to their places. */
export interface Carrier {
  /** What is still to be done for a thing; empty when it was sent everywhere. Throws when it cannot be known where it goes. */
  tasksFor(record: Speaker, entry: Outgoing): Promise<readonly Task[]>;
  /** Never throws: what went wrong is a result. `mayGo` is asked again right before a new message leaves. */
  carry(record: Speaker, task: Task, mayGo: () => boolean): Promise<Result>;
}

export function createCarrier(ports: CarrierPorts, atPlace: ReturnType<typeof inTurn>): Carrier {
  const { store, now, log } = ports;
  const redraw = createRedraw(ports, atPlace);

  function failure(record: Speaker, task: Task, error: unknown): Result {
    const failed = error instanceof PostFailed ? error : undefined;
    const { attempts } = standingOf(task);
    if (!failed?.waiting || attempts >= LONG_WAIT)
      log.warn({ company: record.company, record: record._id, delivery: task.entry.id, err: error }, "not sent yet");
    return {
      kind: "failed",
      task,
      unclear: failed?.unclear ?? false,
      hopeless: failed?.hopeless ?? false,
      // 1 s, 4 s, 16 s … an hour: a platform that is away for an hour still gets everything.
      retryAfterSeconds: Math.max(failed?.retryAfterSeconds ?? 0, Math.min(3600, 4 ** attempts)),
    };
  }

  async function perform(record: Speaker, task: Task, mayGo: () => boolean): Promise<Result> {
    const { entry, target } = task;
    if (task.paced) {
      await redraw(record.company, entry);
      return { kind: "done", task };
    }
    if (!target) return { kind: "failed", task, unclear: false, hopeless: false, retryAfterSeconds: 300 };
    return atPlace(placeOf(entry, target), () => speak(record, task, target, mayGo));
  }

  async function speak(record: Speaker, task: Task, target: Target, mayGo: () => boolean): Promise<Result> {
    const { entry } = task;
    const { how, place, tell } = entry;
    const { channel } = target;
    const standing = standsAt(record, entry, target);
    const known = standing === undefined ? await knownOf(record, task, target) : undefined;
    if (known) return known;
    if (how.kind === "post" && place.kind === "private") await channel.showTyping(record.company, place);
    const message = await ports.draw(record.company, place, tell);
    if (!message) return { kind: "done", task };
    if (!mayGo()) throw new PostFailed("Another process may send this by now", { retryAfterSeconds: 1, waiting: true });
    if (standing !== undefined) {
      const edited = await editIfThere(() => channel.edit(record.company, place, standing, message));
      // A view whose message was deleted is posted anew; a receipt on a message that is gone is not missed.
      if (edited || how.kind === "edit") return { kind: "done", task };
    }
    const hurry = entry.class === "reminder" ? "storm" : "reply";
    return { kind: "done", task, posted: await channel.post(record.company, place, message, entry.id, hurry, mayGo) };
  }

  /** What is known already of something that does not stand there: an edit of a message that stands elsewhere, or what became of an unclear sending. */
  async function knownOf(record: Speaker, task: Task, target: Target): Promise<Result | undefined> {
    if (task.entry.how.kind === "edit") return { kind: "done", task };
    return standingOf(task).state === "unclear" ? lookUp(record, task, target) : undefined;
  }

  /** Whether a sending of unknown fate needs no repeating: it arrived, or its class says that silence does less harm. */
  async function lookUp(record: Speaker, task: Task, { channel }: Target): Promise<Result | undefined> {
    const { entry } = task;
    const found = await channel.find(record.company, entry.place, entry.id);
    const outcome = lookedUp(found, entry);
    log.warn(
      { company: record.company, record: record._id, delivery: entry.id, outcome },
      "unclear whether this was sent",
    );
    await listUnsettled(store, record, entry, outcome, now());
    if (typeof found === "object") return { kind: "done", task, posted: found };
    return outcome === "dropped" ? { kind: "done", task } : undefined;
  }

  return {
    tasksFor: async (record, entry) => {
      if (isPaced(entry)) return [{ entry, lane: `paced ${entry.id}`, paced: true, target: undefined }];
      const targets = await ports.targetsFor(record.company, entry.place);
      if (targets.length === 0) return [{ entry, lane: "nowhere", paced: false, target: undefined }];
      return targets
        .map((target): Task => ({ entry, lane: laneOf(entry, target), paced: false, target }))
        .filter((task) => standingOf(task).state !== "over");
    },
    carry: (record, task, mayGo) =>
      perform(record, task, mayGo).catch((error: unknown) => failure(record, task, error)),
  };
}

/** A reminder waits behind what people wait for, as long as the platform's limits want: nothing waits behind it. */
function laneOf({ class: kind }: Outgoing, { installation }: Target): string {
  return kind === "reminder" ? `reminders on ${installation}` : `on ${installation}`;
}

function placeOf(entry: Outgoing, target: Target): string {
  return entry.class === "reminder" ? `reminders ${onTarget(target, entry.place)}` : onTarget(target, entry.place);
}

/** What is known of a task from earlier tries. */
export function standingOf({ entry, target }: Task): NonNullable<Outgoing["targets"]>[string] {
  const known = target ? entry.targets?.[installationKey(target.installation)] : undefined;
  return known ?? { state: entry.state === "unclear" ? "unclear" : "sending", attempts: entry.attempts };
}

/** Under which key the record remembers a posted message. */
export function keyOf(how: Outgoing["how"]): string | undefined {
  return how.kind === "view" ? how.key : how.kind === "post" ? how.remember : undefined;
}

/** Which message is drawn anew there: a known one, or the owner's view where it stands already. */
function standsAt({ messages }: Speaker, { how }: Outgoing, target: Target): string | undefined {
  if (how.kind === "edit") return how.at ? how.at[installationKey(target.installation)] : how.message;
  return how.kind === "view" ? messageAt(messages, how.key, target) : undefined;
}

function lookedUp(found: Posted | "absent" | "unknown", entry: Outgoing): Unsettled["outcome"] {
  if (found === "absent") return "repeated";
  if (found === "unknown") return entry.class === "reminder" ? "dropped" : "repeated";
  return "found";
}
