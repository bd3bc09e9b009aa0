import { isoDateIn } from "../../../../calendar/iso-date.ts";
import { words } from "../../../../text/text.ts";
import { quiet } from "../../../draw/compose.ts";
import type { HomeItem, HomeSection } from "../../../home/home-section.ts";
import { owedBy, owedByAway } from "./owed-by.ts";
import { factsOf } from "./owed-facts.ts";
import { owedLine } from "./owed-line.ts";

const GROUPS = ["late", "due", "standingIn"] as const;

/** Whom the person owes a contact, on their Home: what is past its limit, what is due this week, what they stand in for. */
export const owedContacts: HomeSection = {
  id: "contacts",
  title: (say) => say("contacts.home.title"),
  most: { onHome: 3, onPage: 5 },
  read: async (reader, from, count) => {
    const { ports, directory, person, now } = reader;
    const whose = { ports, directory, person, now, today: isoDateIn(now, person.timeZone) };
    const [{ late, due }, standingIn] = await Promise.all([owedBy(whose), owedByAway(whose)]);
    const groups = { late, due, standingIn };
    const known = new Set<string>();
    const all = GROUPS.flatMap((group) =>
      groups[group].flatMap((customer) => {
        if (known.has(customer._id)) return [];
        known.add(customer._id);
        return [{ group, customer }];
      }),
    );
    const shown = all.slice(from, from + count);
    if (shown.length === 0) return { items: [], total: all.length };
    const facts = await factsOf(
      ports,
      directory,
      shown.map(({ customer }) => customer),
    );
    const items = facts.map((one, nth) => {
      const group = shown[nth]?.group ?? "due";
      const line = owedLine(one, { directory, person, now, in: "home", late: group === "late" });
      return shown[nth - 1]?.group === group ? line : headed(group, line);
    });
    return { items, total: all.length };
  },
};

/** The first of its group says which that is. */
function headed(group: (typeof GROUPS)[number], line: HomeItem): HomeItem {
  return (listener) => [quiet(words(listener.language)(`contacts.home.${group}`)), ...line(listener)];
}
