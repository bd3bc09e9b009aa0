import type { WebMessage } from "../../api.ts";
import type { Spot } from "./api.ts";
import type { Sending } from "./outbox.ts";

export type Sender = WebMessage["from"];

/** One message as a place shows it: from the server, or still on its way there. */
export interface Line {
  readonly key: string;
  /** Null while it is on its way. */
  readonly message: WebMessage | null;
  readonly from: Sender;
  readonly at: number;
  readonly text: string;
  /** Something about it is on its way: itself, its new text, its removal, a tap on it. */
  readonly sending: "message" | "change" | "tap" | null;
}

/** Lines of one sender within five minutes, under one name; a new day starts a new group. */
export interface Group {
  readonly key: string;
  readonly from: Sender;
  readonly at: number;
  /** Set where a day begins. */
  readonly newDay: boolean;
  readonly lines: readonly Line[];
}

const TOGETHER = 5 * 60_000;

export function linesOf(
  spot: Spot,
  messages: readonly WebMessage[],
  sendings: readonly Sending[],
  me: Sender,
): readonly Line[] {
  const held = messages.map((message): Line => {
    const { text, sending } = overlay(message, sendings);
    return { key: message.id, message, from: message.from, at: message.at, text, sending };
  });
  const onTheWay = sendings.flatMap(({ deed, eventId }): readonly Line[] => {
    if (deed.verb !== "say" || deed.room !== spot.room || deed.thread !== spot.thread) return [];
    if (messages.some((message) => isItsMessage(message, eventId))) return [];
    return [{ key: eventId, message: null, from: me, at: deed.at, text: deed.text, sending: "message" }];
  });
  return [...held, ...onTheWay];
}

/** When something is written that is sent now: whatever the clock of this computer says, after all that the page shows there. */
export function writtenAt(shown: readonly WebMessage[], now: number): number {
  return shown.reduce((latest, { at }) => Math.max(latest, at), now);
}

/** What was said may come by the event stream before the answer to its sending: its id ends with the event id that it was sent with. */
function isItsMessage(message: WebMessage, eventId: string): boolean {
  return message.id.endsWith(`:${eventId}`);
}

function overlay(message: WebMessage, sendings: readonly Sending[]): Pick<Line, "text" | "sending"> {
  let line: Pick<Line, "text" | "sending"> = { text: message.text, sending: null };
  for (const { deed } of sendings) {
    if (!("message" in deed) || deed.message !== message.id) continue;
    if (deed.verb === "edit") line = { text: deed.text, sending: "change" };
    else line = { ...line, sending: deed.verb === "tap" ? "tap" : "change" };
  }
  return line;
}

/** `dayOf` names the day of a time in the reader's own time zone. */
export function groupsOf(lines: readonly Line[], dayOf: (at: number) => string): readonly Group[] {
  const groups: { key: string; from: Sender; at: number; newDay: boolean; lines: Line[] }[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const newDay = last === undefined || dayOf(last.at) !== dayOf(line.at);
    const group = groups.at(-1);
    const together = last !== undefined && sameSender(last.from, line.from) && line.at - last.at < TOGETHER;
    if (group !== undefined && together && !newDay) group.lines.push(line);
    else groups.push({ key: line.key, from: line.from, at: line.at, newDay, lines: [line] });
    last = line;
  }
  return groups;
}

function sameSender(one: Sender, other: Sender): boolean {
  if (one.kind === "person" && other.kind === "person") return one.id === other.id;
  return one.kind === other.kind;
}
