import { addDays } from "../../../../calendar/iso-date.ts";
import { sundayOf } from "../../../../calendar/week.ts";
import type { Outcome } from "../../../../channels/channel.ts";
import { customers } from "../../../../customers/customer.ts";
import { shorten, withoutStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import { todayOf } from "../../../plan/tap-action.ts";
import type { Turn } from "../../../turn.ts";
import { inPrivate } from "../../register/in-private.ts";
import { owedBy, owedByAway } from "./owed-by.ts";

const NAME = 60;
const LAST_DAY = "9999-12-31";

/** Whom the person owes a contact; where it is nobody this week, that is said, and who is next. */
export async function tellOwed(turn: Turn): Promise<Outcome> {
  const { ports, directory, person, event, say } = turn;
  const today = todayOf(turn);
  const whose = { ports, directory, person, now: event.now, today };
  const [{ late, due }, away] = await Promise.all([owedBy(whose), owedByAway(whose)]);
  if (late.length + due.length + away.length > 0) return inPrivate(turn, { kind: "home", section: "contacts" });
  const [next] = await ports.store.find(customers, {
    name: "dueOfPerson",
    equals: { company: person.company, person: person._id },
    from: addDays(sundayOf(today), 1),
    to: LAST_DAY,
    limit: 1,
  });
  const text = next?.dueOn
    ? say("contacts.nothingDueNext", {
        name: shorten(next.name, NAME),
        day: withoutStop(day(next.dueOn, person, event.now)),
      })
    : say("contacts.nothingDue");
  return inPrivate(turn, { kind: "sentence", text });
}
