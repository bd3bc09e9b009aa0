import type { Outcome } from "../../../../channels/channel.ts";
import type { DoubtedDay } from "../../../../customers/line/said-contact.ts";
import { converse } from "../../../converse.ts";
import type { Turn } from "../../../turn.ts";
import { toldInPrivate } from "../../register/in-private.ts";
import type { DatedLine } from "./waiting-line.ts";

/** Of a day on which it may not have been made nothing is logged: the line waits for another one, which is all that is to be written. */
export async function askDay(turn: Turn, { kind, day }: DoubtedDay, line: DatedLine): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const text = turn.say(`contacts.doubted.${kind}`, { day, year: String(Number(line.day.slice(0, 4)) - 1) });
  const awaitedDay = { ...line, instead: day, at: turn.event.now };
  return toldInPrivate(turn, await converse(turn, [{ kind: "sentence", text }], { place, awaitedDay }));
}
