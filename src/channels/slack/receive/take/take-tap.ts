import { HOME } from "../../../channel.ts";
import type { Place } from "../../../place.ts";
import { FIELD_ACTION } from "../../draw/ids.ts";
import { readTap } from "../../draw/read-tap.ts";
import { readStateValues } from "../../draw/read-values.ts";
import { messageId } from "../../message-id.ts";
import { mayPush, readStanding } from "../dialog/standing.ts";
import { stateIn } from "../dialog/state-in.ts";
import { openWaiting } from "../dialog/views.ts";
import type { ToldOf } from "../read/told.ts";
import { notice, receiveOrTell, showOutcome, type Tapped } from "./show-outcome.ts";
import { type Answer, baseOf, type Doer, doerOf, type Taking } from "./taking.ts";
import { aside, placeOf } from "./where.ts";

/** Someone tapped in a message. */
export async function takeTap(parts: Taking, told: ToldOf<"tapped">): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer || isField(told.action)) return undefined;
  const message = messageId(told);
  if (told.responseUrl !== undefined) parts.responseUrls.note(message, told.responseUrl);
  const spot = {
    kind: "message",
    channel: told.channel,
    ...(told.thread === undefined ? {} : { thread: told.thread }),
  } as const;
  const there = await placeOf(parts, doer, told, { arrive: true });
  const place = told.ephemeral && there ? aside(there, doer) : there;
  const values = readStateValues(stateIn(told.state));
  return tap(parts, doer, told, { place, message, spot, below: [], values });
}

/** Someone tapped in their Home, or on a row of a dialog. */
export async function takeTapInView(parts: Taking, told: ToldOf<"tapped-in-view">): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer || isField(told.action)) return undefined;
  if (told.home) {
    const place = { kind: "private", person: doer.person._id } as const;
    const values = readStateValues(stateIn(told.view.state));
    return tap(parts, doer, told, { place, message: HOME, spot: { kind: "home" }, below: [], values });
  }
  const directory = await parts.directories.of(doer.person.company);
  const standing = readStanding(told.view.metadata, directory, doer.person._id);
  const below = standing && mayPush(standing) ? [...standing.below, told.view.id] : (standing?.below ?? []);
  const spot = { kind: "view", id: told.view.id, push: standing !== undefined && mayPush(standing) } as const;
  return tap(parts, doer, told, { place: standing?.place, message: standing?.message ?? "", spot, below, values: {} });
}

interface Tapping extends Omit<Tapped, "opened" | "place" | "trigger" | "app"> {
  readonly place: Place | undefined;
  readonly values: ReturnType<typeof readStateValues>;
}

async function tap(
  parts: Taking,
  doer: Doer,
  told: ToldOf<"tapped" | "tapped-in-view">,
  { place, values, ...where }: Tapping,
): Promise<Answer> {
  const read = readTap(told.action);
  const { message, spot } = where;
  if (!read || !place) {
    parts.log.warn({ company: doer.person.company, person: doer.person._id, event: told.eventId }, "unknown tap");
    parts.after(() => notice(parts, doer, { spot, trigger: told.trigger }, doer.say("turn.oldButton")));
    return undefined;
  }
  const pushed = spot.kind === "view";
  // The trigger lives for three seconds, and the coach may take a while: the dialog opens at once and is filled afterwards.
  const waits = read.opensForm && (spot.kind !== "view" || spot.push);
  const opened = waits ? openWaiting(parts, doer, pushed ? "views.push" : "views.open", told.trigger) : undefined;
  const tapped: Tapped = { ...where, place, trigger: told.trigger, app: told.app, opened };
  const outcome = await receiveOrTell(parts, doer, tapped, () =>
    parts.receiver.receive({
      ...baseOf(doer, told),
      place,
      kind: "tapped",
      action: read.action,
      message,
      ...(Object.keys(values).length > 0 ? { values } : {}),
    }),
  );
  parts.after(() => showOutcome(parts, doer, tapped, outcome));
  return undefined;
}

/** A field of a message's form that was changed: it counts when the form is submitted. */
function isField(action: unknown): boolean {
  return typeof action === "object" && action !== null && "action_id" in action && action.action_id === FIELD_ACTION;
}
