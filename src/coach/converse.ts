import { HOME, type Outcome } from "../channels/channel.ts";
import { type Place, placeKey } from "../channels/place.ts";
import { type AwaitedDay, type AwaitedDetail, conversations } from "../conversations/conversation.ts";
import { born, type Planned } from "../deliveries/outbox.ts";
import { changeRecord } from "../rounds/change-record.ts";
import type { Tell } from "./tell.ts";
import type { Turn } from "./turn.ts";

/** Something to say as a new message where the person spoke, or at another place. */
export function saying(place: Place, tell: Tell): Planned {
  return { place, how: { kind: "post" }, tell };
}

/**
 * Says things that belong to no round. They stand in the place's conversation, so a repeated event says nothing twice; under `once` nothing is said
 * that was told here before, and what goes `along` counts as told too; under `remember` the message can be drawn anew later. What is `awaited` from
 * then on is what it asks for.
 */
export async function converse(
  turn: Turn,
  tells: readonly Tell[],
  options: {
    readonly place?: Place;
    readonly once?: string;
    readonly along?: readonly string[];
    readonly remember?: string;
    readonly awaited?: AwaitedDetail;
    readonly awaitedDay?: AwaitedDay;
  } = {},
): Promise<Outcome> {
  const place = options.place ?? turn.incoming.place;
  const { remember, once, awaited, awaitedDay, along = [] } = options;
  const planned = tells.map(
    (tell): Planned => ({ place, how: { kind: "post", ...(remember === undefined ? {} : { remember }) }, tell }),
  );
  return plan(turn, place, planned, { told: once === undefined ? [] : [once, ...along], once, awaited, awaitedDay });
}

/**
 * Plans in a place's conversation what is posted or drawn anew. It notes what is `told` here; under `once` nothing is planned when that was told before.
 */
export async function plan(
  { ports, event, incoming }: Turn,
  place: Place,
  planned: readonly Planned[],
  {
    told,
    once,
    awaited,
    awaitedDay,
  }: {
    readonly told: readonly string[];
    readonly once?: string | undefined;
    readonly awaited?: AwaitedDetail | undefined;
    readonly awaitedDay?: AwaitedDay | undefined;
  },
): Promise<Outcome> {
  const at = Object.fromEntries(told.map((key) => [key, event.now]));
  const heard = isHeard(incoming, place);
  const noted = {
    ...(heard ? { heardAt: event.now } : {}),
    ...(awaited ? { awaited } : {}),
    ...(awaitedDay ? { awaitedDay } : {}),
  };
  for (let tries = 0; tries < 3; tries++) {
    const taken = await changeRecord(ports.store, conversations, placeKey(place), event, (record) =>
      once !== undefined && record.told[once] !== undefined
        ? { declined: "told" }
        : {
            planned,
            set: { ...Object.fromEntries(told.map((key) => [`told.${key}`, event.now])), ...noted },
            // What somebody said about a customer is kept no longer than it waits.
            ...(heard && record.awaitedDay && !awaitedDay ? { unset: ["awaitedDay"] } : {}),
          },
    );
    if (taken.kind === "repeated") return { kind: "repeated" };
    if (taken.kind === "declined") return { kind: "taken" };
    if (taken.kind === "changed") {
      ports.courier.send(conversations, taken.record);
      return { kind: "taken" };
    }
    const fresh = {
      _id: placeKey(place),
      company: incoming.company,
      place,
      told: at,
      ...noted,
      ...born({ _id: placeKey(place), company: incoming.company }, event, planned),
    };
    if ((await ports.store.insert(conversations, fresh)) === "inserted") {
      ports.courier.send(conversations, fresh);
      return { kind: "taken" };
    }
  }
  throw new Error(`The conversation of ${placeKey(place)} could not be written`);
}

/** Whether a person says or does something in their own private chat. */
function isHeard({ kind, person }: Turn["incoming"], place: Place): boolean {
  const isOwn = place.kind === "private" && place.person === person;
  return isOwn && (kind === "said" || kind === "tapped" || kind === "submitted");
}

/** One sentence, in the words of this moment. */
export function sentence(turn: Turn, text: string): Promise<Outcome> {
  return converse(turn, [{ kind: "sentence", text }]);
}

/** Draws the message anew in which something was tapped: what it asked is answered. */
export async function redrawTapped(turn: Turn, tell: Tell): Promise<void> {
  const { incoming, event } = turn;
  if (incoming.kind !== "tapped" || incoming.message === HOME) return;
  const { place, message } = incoming;
  const again = { ...turn, event: { ...event, id: `${event.id}:tapped` } };
  await plan(again, place, [{ place, how: { kind: "edit", message }, tell }], { told: [] });
}

/** Draws a remembered message of the place anew, where there is one. */
export async function redrawRemembered(turn: Turn, key: string, tell: Tell): Promise<void> {
  const { ports, event, incoming } = turn;
  const { place } = incoming;
  const again = { ...event, id: `${event.id}:redraw` };
  const taken = await changeRecord(ports.store, conversations, placeKey(place), again, (record) => {
    const standing = record.messages[key];
    return standing
      ? { planned: [{ place, how: { kind: "edit", message: standing.id }, tell }], unset: [`messages.${key}`] }
      : { declined: "nothing" };
  });
  if (taken.kind === "changed") ports.courier.send(conversations, taken.record);
}
