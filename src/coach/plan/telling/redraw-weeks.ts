import { isoDateIn } from "../../../calendar/iso-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import { sayPrivately } from "../../../conversations/say-privately.ts";
import type { Turn } from "../../turn.ts";
import { LINES, weeklyDeliveries } from "../../week/weekly-deliveries.ts";

/**
 * The last weekly message of each of these people, drawn anew where the action stands on its first screen: other pages are drawn when they are turned to.
 * Like that of a Home it may be lost with the process.
 */
export async function redrawWeeks(turn: Turn, people: readonly string[], action: string): Promise<void> {
  const { ports, directory, event } = turn;
  await Promise.all(
    people.map(async (id) => {
      const person = directory.people.get(id);
      if (!person) return;
      const last = weekOf(isoDateIn(event.now, person.timeZone));
      const messages = await weeklyDeliveries(ports.store, person, { last, weeks: 2 });
      const posted = messages.find((one) => one.posted)?.posted;
      if (!posted?.shown?.slice(0, LINES.usual).some((name) => name.split(" ")[1] === action)) return;
      const { message } = posted;
      const tell = { kind: "week", message, line: action } as const;
      const once = { ...event, id: `${event.id}:week` };
      await sayPrivately(ports, { company: person.company, person: id }, tell, once, { kind: "edit", message });
    }),
  );
}
