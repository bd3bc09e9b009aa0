import { addWeeks } from "../../calendar/week.ts";
import { placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import type { Delivery } from "../../deliveries/due/delivery.ts";
import { actions } from "../../plan/action.ts";
import { responses } from "../../rounds/response.ts";
import type { WeekReader } from "./week-section.ts";
import { weeklyDeliveries } from "./weekly-deliveries.ts";

/** After a question that nobody answered nothing comes for a quarter, or until the person does something. */
const LOOK_BACK_WEEKS = 13;
/** DESIGN: "two in a row untouched, and the third only asks". */
const MOST_UNTOUCHED = 2;
/** Of a long message, so many lines are looked at for what its person did. */
const LOOKED_AT = 20;

/** A weekly message that stands in the person's chat. */
type Sent = Delivery & { readonly posted: NonNullable<Delivery["posted"]> };

/**
 * What is due in a week: the list; only the question whether to go on, after two messages that were left untouched; or nothing, in every second week
 * of those who want it so, and after a question that is still open.
 */
export async function turnOfWeek(reader: WeekReader, week: string): Promise<"list" | "ask" | "nothing"> {
  const { person } = reader;
  if (person.weeklyPace === "stopped") return "nothing";
  const sent = await lastSent(reader, week);
  const [last] = sent;
  if (!last) return "list";
  const isLastWeek = last.about.kind === "weekly" && last.about.week === addWeeks(week, -1);
  if (person.weeklyPace === "every-second" && isLastWeek) return "nothing";
  if (last.posted.asks) return (await isTouched(reader, [last])) ? "list" : "nothing";
  const asked = sent.slice(0, MOST_UNTOUCHED);
  const isOften = asked.length === MOST_UNTOUCHED && !asked.some(({ posted }) => posted.asks);
  return isOften && !(await isTouched(reader, asked)) ? "ask" : "list";
}

/** The newest first. Of an unclear one nobody knows whether the person has it. */
async function lastSent({ ports, person }: WeekReader, week: string): Promise<readonly Sent[]> {
  const found = await weeklyDeliveries(ports.store, person, { last: addWeeks(week, -1), weeks: LOOK_BACK_WEEKS });
  return found.flatMap((one) => (one.state === "sent" && one.posted ? [{ ...one, posted: one.posted }] : []));
}

/**
 * Whether the person has tapped in one of these messages, or since the oldest of them said or tapped anything that was answered, answered a question,
 * or changed one of their lines.
 */
async function isTouched({ ports, person }: WeekReader, messages: readonly Sent[]): Promise<boolean> {
  if (messages.some(({ touchedAt }) => touchedAt !== undefined)) return true;
  const { store } = ports;
  const { company, _id } = person;
  const since = Math.min(...messages.map(({ posted }) => posted.at));
  const conversation = await store.get(conversations, placeKey({ kind: "private", person: _id }));
  if ((conversation?.heardAt ?? 0) > since) return true;
  const lines = messages.flatMap(({ posted }) => posted.shown?.slice(0, LOOKED_AT) ?? []);
  const [answered, changed] = await Promise.all([
    store.find(responses, { name: "openOfPerson", equals: { company, person: _id, open: [true, false] } }),
    store.getMany(actions, [...new Set(lines.map((name) => name.split(" ")[1] ?? ""))]),
  ]);
  return (
    answered.some(({ touchedAt }) => touchedAt > since) ||
    changed.some(({ history }) => history.some(({ by, at }) => by === _id && at > since))
  );
}
