import { placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import { type Delivery, deliveries } from "../../deliveries/due/delivery.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { Listener } from "../scene.ts";
import { loadList } from "./load-list.ts";
import { loadNudge } from "./load-nudge.ts";
import { loadPreview, PREVIEW } from "./preview.ts";
import type { WeekTell } from "./week-actions.ts";
import { weekReader } from "./week-reader.ts";
import type { WeekReader } from "./week-section.ts";
import type { WeekView } from "./week-view.ts";

/** Reads what a posted weekly message or nudge is drawn anew from; undefined where nobody listens in private. */
export async function loadWeek(
  ports: WeekReader["ports"],
  directory: Directory,
  { person }: Listener,
  { message, page, line, preview }: WeekTell,
): Promise<WeekView | undefined> {
  if (!person) return undefined;
  const { company, _id } = person;
  const delivery = message === undefined ? undefined : await deliveryOf(ports, { company, person: _id, message });
  const reader = weekReader(ports, directory, person, delivery?.posted?.at);
  if (preview) return loadPreview(reader);
  const shown = delivery?.posted?.shown;
  if (delivery?.about.kind === "nudge") return loadNudge(reader, delivery.about.day, shown);
  if (person.weeklyPace === "stopped" && line === undefined && page === undefined) return { kind: "stopped" };
  if (delivery?.posted?.asks && delivery.touchedAt === undefined)
    return { kind: "ask", thinned: person.weeklyPace === "every-second" };
  const at = { ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
  if (!delivery && message !== undefined && (await isPreview(ports, person, message))) return loadPreview(reader, at);
  return loadList(reader, {
    // The list that comes once the question is answered is that of now.
    ...(delivery?.about.kind === "weekly" && !delivery.posted?.asks ? { week: delivery.about.week } : {}),
    ...(shown && !delivery?.posted?.asks ? { shown } : {}),
    ...at,
  });
}

async function isPreview({ store }: WeekReader["ports"], { _id }: Person, message: string): Promise<boolean> {
  const conversation = await store.get(conversations, placeKey({ kind: "private", person: _id }));
  return conversation?.messages[PREVIEW]?.id === message;
}

/** The delivery that a person's message is; undefined when none is known by it. */
export async function deliveryOf(
  { store }: Pick<WeekReader["ports"], "store">,
  { company, person, message }: { readonly company: string; readonly person: string; readonly message: string },
): Promise<Delivery | undefined> {
  const equals = { company, person, "posted.message": message };
  const [delivery] = await store.find(deliveries, { name: "ofMessage", equals, limit: 1 });
  return delivery;
}
